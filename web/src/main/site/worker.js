import { program } from "./program.js";

// Messages that arrive while the program loads wait here; without a listener they would be lost.
const early = [];
const keep = (event) => early.push(event);
addEventListener("message", keep);

(await program()).main(["worker"]);

removeEventListener("message", keep);
for (const { data, ports } of early) {
  dispatchEvent(new MessageEvent("message", { data, ports }));
}
