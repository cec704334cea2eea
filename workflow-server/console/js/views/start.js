// Starting an execution: its input in a form or as JSON.
import { exactly, isKept } from "../model/exact.js";
import { formFields, inferSchema, valueAt, withValue } from "../model/schema.js";
import { route } from "../model/route.js";
import { h, fill, button } from "../parts/dom.js";
import { openDialog } from "../parts/dialog.js";
import { jsonEditor, jsonView } from "../parts/json.js";
import { loading, say } from "../parts/notice.js";
import { call, describe, read } from "../parts/server.js";
import { statusChip, statusWord } from "../parts/status.js";
import { tabs } from "../parts/tabs.js";

/** The latest executions whose inputs are offered. */
const LATEST = 8;

/** Opens the dialog that starts an execution of a machine, with an input if one is given. */
export function startDialog(machine, input = null) {
    const express = machine.type === "EXPRESS";
    const result = h("div", { "aria-live": "polite" });
    const name = h("input", { id: "start-name", autocomplete: "off", maxlength: "80", placeholder: "Made up if it is empty" });
    const editor = jsonEditor("Input", input ?? "{}");
    const form = h("div", { class: "form" });
    const panel = h("div", { role: "tabpanel" });
    const samples = h("div", { class: "field" });
    const bar = tabs("Ways to give the input", [{ key: "json", text: "JSON", onclick: () => show("json") }, { key: "form", text: "Form", onclick: () => show("form") }], panel);
    let schema = null;
    const show = (way) => {
        bar.set(way);
        fill(panel, way === "json" ? editor.element : form);
        if (way === "form") {
            drawForm(form, schema, editor);
        }
    };
    show("json");
    Promise.all([latestInputs(machine), read("program", { machine: machine.name }).catch(() => ({}))]).then(([found, program]) => {
        const inferred = inferSchema(found.map((it) => exactly(it.input)).filter((it) => it !== undefined));
        schema = program.input ? { ...program.input, declared: true } : inferred;
        if (form.isConnected) {
            drawForm(form, schema, editor);
        }
        if (found.length > 0) {
            fill(samples, sampleChoice(found, (text) => (editor.set(text), form.isConnected && drawForm(form, schema, editor))));
            if (input === null && editor.value() === "{}") {
                editor.set(found[0].input);
            }
        }
    }).catch(() => {});
    let busy = false;
    const start = async (close) => {
        // A double click starts one.
        if (busy) {
            return;
        }
        if (!editor.valid()) {
            show("json");
            editor.area.focus();
            return;
        }
        busy = true;
        fill(result, express && loading(1));
        const params = { stateMachineArn: machine.stateMachineArn, input: editor.value(), name: name.value || undefined };
        try {
            if (express) {
                fill(result, syncResult(await call("StartSyncExecution", params), close));
                return;
            }
            const started = await call("StartExecution", params);
            close();
            say("Started");
            location.assign(route("execution", [started.executionArn]));
        } catch (error) {
            fill(result, h("p", { class: "field-said wrong", role: "alert" }, error.message));
        } finally {
            busy = false;
        }
    };
    openDialog(`Start ${machine.name}`, (close) => ({
        content: [h("div", { class: "field" }, h("label", { for: "start-name" }, "Name (optional)"), name), samples, bar.element, panel, result],
        foot: [button("Cancel", null, close), button("Start", "play", () => start(close), { class: "button primary" })],
        enter: () => start(close),
    }), { wide: true });
    editor.area.focus();
}

/** Reads the inputs of the latest executions. */
async function latestInputs(machine) {
    const { executions } = await read("executions", { machine: machine.name, most: LATEST });
    const told = await Promise.all(executions.map(({ executionArn }) => describe(executionArn).catch(() => null)));
    return told.filter((it) => it?.input !== undefined);
}

function sampleChoice(found, choose) {
    const select = h("select", { id: "start-sample", onchange: () => select.value !== "" && choose(found[Number(select.value)].input) },
        h("option", { value: "" }, "Choose one…"),
        found.map((it, at) => h("option", { value: at }, `${it.name} (${statusWord(it.status).toLowerCase()})`)));
    return [h("label", { for: "start-sample" }, "Input of an earlier execution"), select];
}

function drawForm(form, schema, editor) {
    const value = exactly(editor.value());
    if (schema === null || value === undefined) {
        fill(form, h("p", { class: "dim" }, value === undefined ? "The JSON has to be mended first." : "A form is made once there are executions: from their inputs."));
        return;
    }
    const put = (path, inner) => editor.set(JSON.stringify(withValue(exactly(editor.value()), path, inner)));
    fill(form, h("p", { class: "dim small" }, schema.declared ? "Fields as the workflow declares them." : "Fields as the latest executions had them."), formFields(schema).map((field, at) => formField(field, at, valueAt(value, field.path), (inner) => put(field.path, inner))));
}

function formField({ path, kind, required, schema }, at, value, put) {
    const id = `form-${at}`;
    const said = h("span", { class: "field-said wrong" });
    const label = h("label", { for: id }, path.join(" › ") || "Input", required ? null : h("span", { class: "dim" }, " (optional)"), schema.description && h("span", { class: "dim" }, ` – ${schema.description}`));
    const given = (event) => {
        const text = event.target.value;
        const made = kind === "text" ? text : kind === "number" ? (text === "" ? undefined : exactly(text) ?? Number(text)) : text.trim() === "" ? undefined : exactly(text);
        const wrong = kind === "json" && text.trim() !== "" && made === undefined;
        said.textContent = wrong ? "No JSON yet" : "";
        if (!wrong) {
            put(made === "" && !required ? undefined : made);
        }
    };
    const json = () => (value === undefined ? "" : JSON.stringify(value, null, 1));
    const number = isKept(value) ? JSON.stringify(value) : value;
    const inputs = {
        text: () => h("input", { id, value: value ?? "", oninput: given, autocomplete: "off" }),
        number: () => h("input", { id, type: "number", step: schema.type === "integer" ? "1" : "any", min: schema.minimum, max: schema.maximum, value: number ?? "", oninput: given }),
        flag: () => h("input", { id, type: "checkbox", checked: value === true, onchange: (event) => put(event.target.checked) }),
        choice: () => h("select", { id, onchange: (event) => put(schema.enum[event.target.selectedIndex]) }, schema.enum.map((it) => h("option", { selected: it === value }, String(it)))),
        json: () => h("textarea", { id, rows: "3", spellcheck: "false", oninput: given }, json()),
    };
    return h("div", { class: `field of-${kind}` }, label, inputs[kind](), said);
}

/** Shows the end of an EXPRESS execution, which was waited for. */
function syncResult(told, close) {
    return h("div", { class: "card pad" }, statusChip(told.status), told.error && h("p", {}, h("strong", {}, told.error), " ", told.cause), jsonView("Output", told.output), h("p", {}, h("a", { href: route("execution", [told.executionArn]), onclick: close }, "Look at the execution")));
}
