// What there is to see comes before the program, which is ten times as large.
const still = document.getElementById("still");
if (still && !document.hidden) {
  await still.decode().catch(() => {});
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}
(await import(document.body.dataset.program ?? "./app.js")).main([]);
