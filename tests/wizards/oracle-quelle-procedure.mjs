/**
 * The conditions of each way to buy, written from the articles of the code and not from docs/_donnees: a second opinion. `answer(id)` is the
 * answer, false for a question that is not asked; amounts are read in `limits`, by threshold id.
 */

const FORMAL = {
  etat: "procedure-formalisee-etat", collectivite: "procedure-formalisee-collectivites", hopital: "procedure-formalisee-collectivites",
  autre: "procedure-formalisee-collectivites", reseaux: "procedure-formalisee-entites-adjudicatrices",
};

/** Annexe 2 of the code: works have one threshold for all; the least of the others is the State's, the highest the networks'. */
function formalLimit(answer, limits) {
  if (answer("objet") === "travaux") return limits["procedure-formalisee-travaux"];
  return limits[FORMAL[answer("acheteur")] ?? "procedure-formalisee-etat"];
}

/** R. 2122-8. */
function isUnderExemption(answer, limits) {
  const limit = answer("objet") === "travaux" ? limits["dispense-travaux"] : limits["dispense-fournitures-services"];
  return typeof answer("valeur") === "number" && answer("valeur") < limit;
}

/** R. 2124-3, 1° to 6°. */
function mayNegotiate(answer) {
  const traits = answer("traits") || [];
  return answer("acheteur") === "reseaux" || ["adapter", "chercher"].includes(answer("solution")) || answer("innovant") === "oui"
    || traits.includes("conception") || traits.includes("projet") || answer("decrire") === "non" || answer("cas") === "mauvaises-offres";
}

const LEGAL = {
  "petits-achats": isUnderExemption,
  /* R. 2122-9-1, L. 2172-3. */
  "achat-innovant": (answer, limits) => answer("innovant") === "oui" && typeof answer("valeur") === "number" && answer("valeur") < limits["achat-innovant"],
  /* R. 2123-1, 1° and 3°. */
  "procedure-adaptee": (answer, limits) => answer("objet") === "sociaux" || (typeof answer("valeur") === "number" && answer("valeur") < formalLimit(answer, limits)),
  /* L. 2124-2: without negotiation; open to all, so that it stays when the offers should be discussed and nothing else is open. */
  "appel-d-offres": (answer) => answer("parler") !== "oui" || !mayNegotiate(answer),
  "procedure-avec-negociation": mayNegotiate,
  "dialogue-competitif": mayNegotiate,
  /* L. 2172-3: nothing available answers the need. */
  "partenariat-d-innovation": (answer) => answer("solution") === "chercher",
  /* L. 2125-1, 2°; R. 2122-6 speaks of a contract of services. */
  concours: (answer) => answer("objet") === "services" && answer("traits").includes("projet"),
  /* L. 2125-1, 1°: orders to be placed during a period. */
  "accord-cadre": (answer) => answer("traits").includes("revient"),
  /* L. 2512-5, 2°. */
  "services-de-recherche-et-developpement": (answer) => answer("objet") === "services" && answer("solution") === "chercher" && answer("resultats") === "partage",
  /* R. 2122-1, -2, -3, -4, -7. */
  "exclusivite-et-prestations-similaires": (answer) => ["imperieuse", "sans-reponse", "unique", "suite"].includes(answer("cas")),
  /* L. 2113-2, L. 2113-6. */
  "groupement-de-commandes-et-centrale-d-achat": () => true,
};

/** Whether `route` may come out as recommended or possible. L. 2: a contract answers a need of the buyer; supporting is not buying. */
export function allows(route, answer, limits) {
  if (route === "appel-a-projets-et-subvention") return answer("besoin") === "soutien";
  return answer("besoin") === "propre" && LEGAL[route](answer, limits);
}

/** What must come out, once buyer, object and value are known. */
export function verdict(answer, isGood, fault, limits) {
  if (answer("besoin") === "soutien" && !isGood("appel-a-projets-et-subvention")) fault("soutien : rien ne sort");
  if (answer("besoin") !== "propre" || answer("acheteur") === "inconnu" || answer("objet") === "inconnu" || answer("valeur") === "inconnu") return;
  if (isUnderExemption(answer, limits) !== isGood("petits-achats")) fault("petit achat : absent sous la dispense");
  if (!isGood("procedure-adaptee")) {
    if (LEGAL["procedure-adaptee"](answer, limits)) fault("procédure adaptée : absente sous le seuil");
    const open = ["appel-d-offres", "procedure-avec-negociation", "dialogue-competitif"].some(isGood);
    if (!open) fault("au-dessus du seuil : aucune procédure formalisée");
  }
}
