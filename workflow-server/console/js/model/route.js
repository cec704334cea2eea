// Addresses of views: `#/name/part/…?key=value`, every part percent-encoded.

/** Reads an address: the parts of its path, and its parameters. */
export function readRoute(hash) {
    const [path, query = ""] = hash.replace(/^#?\/?/, "").split("?");
    const parts = path.split("/").filter(Boolean).map(decoded);
    return { name: parts[0] ?? "machines", parts: parts.slice(1), query: Object.fromEntries(new URLSearchParams(query)) };
}

function decoded(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

/** Writes an address. Parameters without a value are left out. */
export function route(name, parts = [], query = {}) {
    const path = [name, ...parts].map(encodeURIComponent).join("/");
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
    const text = new URLSearchParams(given).toString();
    return `#/${path}${text ? `?${text}` : ""}`;
}

/** Returns the name of an ARN: all behind its last colon. */
export function nameOf(arn) {
    return arn.slice(arn.lastIndexOf(":") + 1);
}

/** True of the ARN of an EXPRESS execution: the server has the latest of them in memory, and the API describes none. */
export function isExpress(arn) {
    return arn.split(":")[5] === "express";
}

/** Returns the name of an execution: that of an EXPRESS one stands before the last part of its ARN. */
export function executionName(arn) {
    return isExpress(arn) ? (arn.split(":")[7] ?? "") : nameOf(arn);
}

/** Returns the name of the machine of an execution's ARN. */
export function machineOf(arn) {
    return arn.split(":")[6] ?? "";
}
