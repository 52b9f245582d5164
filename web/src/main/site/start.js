// What there is to see comes before the program, which is ten times as large.
const still = document.getElementById("still");
if (still && !document.hidden) {
  await still.decode().catch(() => {});
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}
const { program: own } = document.body.dataset;
(await (own ? import(own) : import("./program.js").then(({ program }) => program()))).main([]);
