// <fallline-embed src="https://…/embed/…" view="landscape,losses">: a live experiment in any page, as high as it needs to be.
// What stands in the element is shown until all of it is painted, which with "wait" begins once the reader does anything at all.
const OPTIONS = ["view", "controls", "theme", "autoplay", "step", "link"];
const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"];
const awake = new Promise((wake) => SIGNS.forEach((sign) => addEventListener(sign, wake, { capture: true, once: true, passive: true })));

customElements.define("fallline-embed", class extends HTMLElement {
  async connectedCallback() {
    Object.assign(this.style, { display: "block", position: "relative", minHeight: "var(--room, 12rem)" });
    if (this.hasAttribute("wait")) await awake;
    if (this.querySelector("iframe")) return;
    const address = new URL(this.getAttribute("src"), document.baseURI);
    for (const name of OPTIONS) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
    address.searchParams.set("size", this.getAttribute("size") ?? "content");
    const frame = document.createElement("iframe");
    const title = this.getAttribute("title") ?? "A descent in Fallline";
    Object.assign(frame, { name: title, title, loading: "lazy", src: address.href });
    frame.style.cssText = "position: absolute; inset: 0; width: 100%; height: 100%; border: 0; opacity: 0";
    let height = "100%";
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      if (data?.fallline === "size") height = `${data.height}px`;
      if (data?.fallline === "painted") this.dataset.live = "";
      if (!("live" in this.dataset)) return;
      frame.style.cssText = `display: block; width: 100%; height: ${height}; border: 0`;
      for (const other of this.querySelectorAll(":scope > :not(iframe)")) other.style.display = "none";
    });
    this.append(frame);
  }
});
