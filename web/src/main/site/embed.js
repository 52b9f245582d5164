// <fallline-embed src="https://…/embed/…" view="landscape,losses">: a live experiment in any page, as high as it needs to be.
// What stands in the element is shown until it is there.
const OPTIONS = ["view", "controls", "theme", "autoplay", "step"];

customElements.define("fallline-embed", class extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("iframe")) return;
    const address = new URL(this.getAttribute("src"), document.baseURI);
    for (const name of OPTIONS.filter((option) => this.hasAttribute(option))) {
      address.searchParams.set(name, this.getAttribute(name));
    }
    address.searchParams.set("size", "content");
    const frame = document.createElement("iframe");
    frame.title = this.getAttribute("title") ?? "A descent in Fallline";
    frame.loading = "lazy";
    frame.src = address.href;
    Object.assign(this.style, { display: "block", position: "relative", minHeight: "12rem" });
    frame.style.cssText = "position: absolute; inset: 0; width: 100%; height: 100%; border: 0; opacity: 0";
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow || data?.fallline !== "size") return;
      frame.style.cssText = `display: block; width: 100%; height: ${data.height}px; border: 0`;
      for (const other of this.querySelectorAll(":scope > :not(iframe)")) other.remove();
    });
    this.append(frame);
  }
});
