// Changes as the server tells them: one connection for each view, and none while the page is hidden.

/** The least milliseconds between two readings of a view. */
const PAUSE = 350;
/** Milliseconds after which a refused connection is tried again; browsers do so for lost ones alone. */
const AGAIN = 3000;

let told = () => {};

/** Sets who is told of the state of the connection: "live", "paused" or "lost". */
export function onConnection(listener) {
    told = listener;
}

/** Calls `read` now and whenever something of interest has changed; one call at a time. Returns what ends it. */
export function watch(wanted, read) {
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    const again = repeated(read);
    let [source, later] = [null, 0];
    const open = () => {
        source = new EventSource(`/console/changes?${query}`);
        source.addEventListener("ready", () => (told("live"), again()));
        source.addEventListener("change", () => again());
        source.addEventListener("error", (event) => {
            told("lost");
            if (event.target === source && source.readyState === EventSource.CLOSED) {
                // Reading tells why: whoever is not known any more logs in.
                again();
                later = setTimeout(open, AGAIN);
            }
        });
    };
    const close = () => {
        clearTimeout(later);
        source?.close();
        source = null;
    };
    const shown = () => {
        if (document.hidden) {
            close();
            told("paused");
        } else if (!source) {
            open();
        }
    };
    document.addEventListener("visibilitychange", shown);
    again();
    shown();
    return () => {
        document.removeEventListener("visibilitychange", shown);
        close();
        again.end();
    };
}

/** Makes a call that runs once at a time: who asks meanwhile has it run once more, after a pause. */
function repeated(read) {
    let [running, asked, ended] = [false, false, false];
    const run = async () => {
        if (running) {
            asked = true;
            return;
        }
        running = true;
        while (!ended) {
            asked = false;
            await read();
            await new Promise((resolve) => setTimeout(resolve, PAUSE));
            if (!asked) {
                break;
            }
        }
        running = false;
    };
    run.end = () => (ended = true);
    return run;
}
