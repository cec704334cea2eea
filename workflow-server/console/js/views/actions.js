// What can be done to executions: stop, redrive, run again.
import { counted } from "../model/format.js";
import { nameOf, route } from "../model/route.js";
import { confirmed, openDialog } from "../parts/dialog.js";
import { button, h } from "../parts/dom.js";
import { refuse, say } from "../parts/notice.js";
import { call } from "../parts/server.js";

/** Stops an execution, once that is confirmed; with an error and a cause, if some are given. */
export function stopDialog(arn) {
    const field = (name, label) => h("div", { class: "field" }, h("label", { for: name }, label), h("input", { id: name, autocomplete: "off" }));
    const fields = [field("stop-error", "Error (optional)"), field("stop-cause", "Cause (optional)")];
    openDialog("Stop the execution?", (close) => ({
        content: [h("p", {}, `${nameOf(arn)} ends as aborted. What its tasks have done stays done.`), fields],
        foot: [button("Keep running", null, close), button("Stop", "stop", async () => {
            const [error, cause] = fields.map((it) => it.querySelector("input").value || undefined);
            close();
            try {
                await call("StopExecution", { executionArn: arn, error, cause });
                say("Stopped");
            } catch (refusal) {
                refuse(refusal);
            }
        }, { class: "button danger" })],
    }));
}

/** Redrives executions, one after the other, once that is confirmed. */
export async function redriveAll(executions) {
    const text = executions.length === 1 ? `${executions[0].name} goes on at the state that failed.` : "Each goes on at the state that failed.";
    if (!(await confirmed(`Redrive ${counted(executions.length, "execution")}?`, text, "Redrive"))) {
        return;
    }
    const refused = [];
    for (const { executionArn, name } of executions) {
        try {
            await call("RedriveExecution", { executionArn });
        } catch (error) {
            refused.push(`${name}: ${error.message}`);
        }
    }
    const done = executions.length - refused.length;
    if (done > 0) {
        say(`Redriven: ${counted(done, "execution")}`);
    }
    if (refused.length > 0) {
        refuse({ code: `${refused.length} not redriven`, message: refused.slice(0, 3).join("; ") });
    }
}

/** True while an execution is started again: a double click starts one. */
let starts = false;

/** Starts an execution of the same machine with the same input, and goes to it. */
export async function runAgain(told) {
    if (starts) {
        return;
    }
    starts = true;
    try {
        const started = await call("StartExecution", { stateMachineArn: told.stateMachineAliasArn ?? told.stateMachineArn, input: told.input });
        say("Started");
        location.assign(route("execution", [started.executionArn]));
    } catch (error) {
        refuse(error);
    } finally {
        starts = false;
    }
}
