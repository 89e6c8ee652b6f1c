/** The French words that several scripts share: states, days, numbers, and what to say when something cannot be kept or read. */

export const STATE_LABELS = { todo: "À faire", done: "Fait", not_applicable: "Sans objet" };

/** Why nothing more is kept, then what was wrong with what was found. */
export const NOTICES = {
  refused: "Ce navigateur refuse de garder quoi que ce soit : vos réponses disparaîtront quand vous quitterez cette page. Imprimez-la ou exportez-la avant.",
  full: "La place que ce navigateur réserve au site est pleine : vos dernières réponses disparaîtront quand vous quitterez cette page. Imprimez-la ou exportez-la, puis, dans « Mes dossiers », supprimez un dossier et effacez-le pour de bon.",
  newer: "Ce dossier a été écrit par une version plus récente de ce site : il est intact, mais cette page ne sait pas le lire, et rien de ce que vous y ferez ne sera gardé. Rechargez la page ; si rien ne change, ouvrez un autre dossier.",
  gone: "Ce dossier a été effacé dans un autre onglet. Ce que vous voyez ici n’est plus gardé.",
  unreadable: "Les réponses gardées par ce navigateur étaient illisibles : le dossier repart de zéro. L’ancien contenu est mis de côté ; la page « Mes dossiers » permet de l’enregistrer dans un fichier.",
  partial: "Une partie de ce que gardait ce navigateur était illisible : le reste est là. L’ancien contenu est mis de côté ; la page « Mes dossiers » permet de l’enregistrer dans un fichier.",
};

/** « 1 élément ajouté », « 2 éléments ajoutés »: `one` and `many` hold « # » for the number. */
export function amount(count, one, many) {
  return nice((count > 1 ? many : one).replace("#", count));
}

export function longDay(moment) {
  const day = new Intl.DateTimeFormat("fr", { dateStyle: "long" }).format(new Date(moment));
  return day.replace(/^1 /, "1er ").replaceAll(" ", "\u00a0");
}

/** A day typed as AAAA-MM-JJ is shown in words; anything else as it was typed. */
export function whenWords(when) {
  return /^\d{4}-\d{2}-\d{2}$/.test(when) && !Number.isNaN(Date.parse(when)) ? longDay(`${when}T12:00:00`) : when;
}

/** French spaces before « : ; ! ? » and inside guillemets. */
export function nice(text) {
  return text.replace(/ ([;!?])/g, "\u202f$1").replace(/ :/g, "\u00a0:").replace(/« /g, "«\u00a0").replace(/ »/g, "\u00a0»");
}

/** « a, b et c » */
export function listed(parts) {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}`;
}

/** What the reader is told of a list that changed; `change` comes from compareWithKept. */
export function updateWords({ since, added, reworded, removed }) {
  const parts = [
    added?.length && amount(added.length, "# élément ajouté", "# éléments ajoutés"),
    reworded.length && amount(reworded.length, "# reformulé", "# reformulés"),
    removed.length && amount(removed.length, "# retiré", "# retirés"),
  ].filter(Boolean);
  if (parts.length && !added?.length) parts[0] = parts[0].replace(/^(\d+) /, (whole, count) => `${count} élément${count > 1 ? "s" : ""} `);
  return nice(`${listed(parts)} depuis le ${longDay(since)} ; vos réponses sont gardées.`);
}
