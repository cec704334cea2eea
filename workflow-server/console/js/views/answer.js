// Answering a task that waits with a token: as done, as failed, or with a sign of life.
import { h, fill, button } from "../parts/dom.js";
import { openDialog } from "../parts/dialog.js";
import { jsonEditor, jsonView } from "../parts/json.js";
import { refuse, say } from "../parts/notice.js";
import { call } from "../parts/server.js";

/** Opens the dialog that answers a task: of a known token, or of one that is typed in. */
export function answerDialog({ token = "", input = null, state = null } = {}) {
    const field = (id, label, value = "") => h("div", { class: "field" }, h("label", { for: id }, label), h("input", { id, value, autocomplete: "off", spellcheck: "false" }));
    const [tokenField, errorField, causeField] = [field("answer-token", "Task token", token), field("answer-error", "Error"), field("answer-cause", "Cause")];
    const of = (it) => it.querySelector("input").value;
    const output = jsonEditor("Output", "{}", 5);
    const result = h("div", { "aria-live": "polite" });
    const send = async (operation, params, word, close) => {
        try {
            await call(operation, { taskToken: of(tokenField), ...params });
            say(word);
            close?.();
        } catch (error) {
            fill(result, h("p", { class: "field-said wrong", role: "alert" }, error.message));
        }
    };
    openDialog(state ? `Answer ${state}` : "Answer a task", (close) => ({
        content: [
            tokenField,
            jsonView("The task's input", input),
            h("fieldset", {}, h("legend", {}, "It is done"), output.element, button("Send success", null, () => output.valid() && send("SendTaskSuccess", { output: output.value() }, "Answered: done", close), { class: "button primary" })),
            h("fieldset", {}, h("legend", {}, "It failed"), errorField, causeField, button("Send failure", null, () => send("SendTaskFailure", { error: of(errorField) || undefined, cause: of(causeField) || undefined }, "Answered: failed", close), { class: "button danger" })),
            result,
        ],
        foot: [button("Send heartbeat", null, () => send("SendTaskHeartbeat", {}, "Heartbeat sent")), button("Close", null, close)],
    }), { wide: true });
    (token ? output.area : tokenField.querySelector("input")).focus();
}

/** Takes a task of an activity as a worker would, and opens the dialog that answers it. */
export async function takeTask(activityArn, state) {
    say("Waiting for a task of this activity");
    try {
        const task = await call("GetActivityTask", { activityArn, workerName: "console" });
        if (task.taskToken) {
            answerDialog({ token: task.taskToken, input: task.input, state });
        } else {
            say("No task came", "wrong");
        }
    } catch (error) {
        refuse(error);
    }
}

/** Finds tokens of tasks in what a task was called with. */
export function tokensIn(text) {
    return [...new Set((text ?? "").match(/[0-9a-f]{32}(?:-[0-9a-f]+)+-[0-9a-f]{32}\b/g) ?? [])];
}
