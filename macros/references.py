"""Checks that what is cited exists: guides and their pages, articles, thresholds, delays, lists.

Pure: everything read is passed in, problems come out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Iterable, Iterator, Mapping

from macros.models.article import Code
from macros.models.catalogue import Catalogue
from macros.models.checklist import Checklist
from macros.models.clause import Clause
from macros.models.condition import Amount, Answered, Condition, Fact, parts_of
from macros.models.guide import Guide
from macros.models.legal_change import LegalChange
from macros.models.mistake import Mistake, MistakeGroup
from macros.models.order import Order
from macros.models.pitfall import Pitfall
from macros.models.planner import Planner
from macros.models.practice import Practice, PracticeGroup
from macros.models.procedure import DelayUnit, Procedure, Timeline
from macros.models.prose import Ranked
from macros.models.rereading import RereadingRule
from macros.models.term import Term
from macros.models.theme import Theme
from macros.models.threshold import Threshold, Unit
from macros.models.wizard import AnswerType, Wizard
from macros.models.workshop import Workshop
from macros.order_references import order_links
from macros.planner_references import planner_links
from macros.problems import Problem, did_you_mean
from macros.reading.macro_calls import MacroCall
from macros.reading.yaml_strict import YamlDocument, dotted
from macros.rendering.citations import split_article
from macros.rendering.dates import french_date
from macros.rendering.timeline import segment_days, segment_step
from macros.rereading_references import rereading_links
from macros.workshop_references import stage_findings, workshop_links

NOTE_IDS = ("opportunite", "qualification", "justification")
"""The notes that macros/rendering/notes.py knows how to prepare; a test compares the two lists."""

Finding = tuple[str, str]
"""What is wrong, and how to mend it."""


@dataclass(frozen=True)
class References:
    """The checks, against one catalogue."""

    catalogue: Catalogue
    checks: Mapping[str, Callable[..., Iterator[Finding]]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "checks", {
            "guide": self.guide, "fiche_guide": self.guide, "article": self.article, "seuil": self.threshold,
            "delai": self.delay, "procedure": self.procedure, "checklist": self.checklist,
            "etapes": self.procedure, "appuis": self.procedure, "terme": self.term, "chiffre": self.figure,
            "pratique": self.practice, "ecueil": self.pitfall, "element": self.item, "fiches_pratiques": self.practice_group,
            "erreur": self.mistake, "fiches_erreurs": self.mistake_group, "clause": self.clause, "renvoi": self.linked_page, "fiches_clauses": self.clause_stage, "commande": self.order_part,
            "parcours": self.wizard, "atelier": self.workshop, "note": self.note, "retroplanning": self.planner,
        })

    def of_call(self, call: MacroCall) -> Iterator[Finding]:
        """Findings on one macro call of a page or of a text."""
        if call.name in self.checks:
            yield from self.checks[call.name](**call.arguments)

    def guide(self, guide_id: str, page: int | None = None, section: str | None = None) -> Iterator[Finding]:
        guide = self.catalogue.guides.get(guide_id)
        if guide is None:
            yield from self.unknown("guide", guide_id, self.catalogue.guides, "guides")
            return
        if page is not None and (type(page) is not int or page < 1):
            yield f"la page « {page} » n'est pas un numéro", "Écrivez un nombre sans guillemets : page=4."
        elif page is not None and guide.pages and page > guide.pages:
            yield (f"page {page} au-delà de la dernière page de « {guide.short} »", f"Ce document compte {guide.pages} pages : vérifiez le numéro.")
        if section is not None and guide.section(section) is None:
            known = [one.id for one in guide.sections]
            yield (f"section inconnue « {section} » dans « {guide.short} »",
                   did_you_mean(section, known) or (f"Sections connues : {', '.join(known)}." if known else "Ce guide n'a pas de sections : citez une page."))

    def article(self, number: str, code: str = "ccp") -> Iterator[Finding]:
        source = self.catalogue.codes.get(code)
        if source is None:
            yield from self.unknown("code", code, self.catalogue.codes, "articles")
        elif source.article(number) is None:
            known = [article.number for article in source.articles]
            yield (f"article inconnu « {number} » ({source.short})",
                   did_you_mean(number, known) or f"Lisez l'article, puis ajoutez-le dans docs/_donnees/articles/{code}.yml.")

    def threshold(self, threshold_id: str) -> Iterator[Finding]:
        threshold = self.catalogue.thresholds.get(threshold_id)
        if threshold is None:
            yield from self.unknown("seuil", threshold_id, self.catalogue.thresholds, "seuils")
        elif self.catalogue.threshold_value(threshold) is None:
            yield (f"le seuil « {threshold_id} » n'a pas de valeur le {french_date(self.catalogue.law_date)}",
                   f"Complétez ses valeurs dans docs/_donnees/seuils/{threshold_id}.yml, ou changez la date du droit.")

    def delay(self, procedure_id: str, step_id: str) -> Iterator[Finding]:
        procedure = self.catalogue.procedures.get(procedure_id)
        if procedure is None:
            yield from self.unknown("procédure", procedure_id, self.catalogue.procedures, "procedures")
            return
        step = procedure.step(step_id)
        if step is None:
            known = [one.id for one in procedure.steps]
            yield f"étape inconnue « {step_id} » dans « {procedure_id} »", did_you_mean(step_id, known) or f"Étapes : {', '.join(known)}."
        elif step.delay is None:
            yield f"l'étape « {step_id} » n'a pas de délai chiffré", "Dites-le en mots : le texte ne fixe pas de nombre."

    def procedure(self, procedure_id: str) -> Iterator[Finding]:
        if procedure_id not in self.catalogue.procedures:
            yield from self.unknown("procédure", procedure_id, self.catalogue.procedures, "procedures")

    def checklist(self, checklist_id: str) -> Iterator[Finding]:
        if checklist_id not in self.catalogue.checklists:
            yield from self.unknown("checklist", checklist_id, self.catalogue.checklists, "checklists")

    def item(self, checklist_id: str, item_id: str) -> Iterator[Finding]:
        known = self.catalogue.checklists.get(checklist_id)
        if known is None:
            yield from self.checklist(checklist_id)
        elif self.catalogue.item(f"{checklist_id}#{item_id}") is None:
            yield (f"la liste « {checklist_id} » n'a pas d'élément « {item_id} »",
                   did_you_mean(item_id, [item.id for item in known.items]) or f"Ses identifiants sont dans docs/_donnees/checklists/{checklist_id}.md.")

    def item_reference(self, reference: str) -> Iterator[Finding]:
        """An `element:` key of a data file (« avant-de-commander#suite-portee »)."""
        checklist_id, _, item_id = reference.partition("#")
        yield from self.item(checklist_id, item_id)

    def term(self, term_id: str, texte: str | None = None) -> Iterator[Finding]:
        if term_id not in self.catalogue.terms:
            yield from self.unknown("terme", term_id, self.catalogue.terms, "glossaire")

    def figure(self, figure: str, guide_id: str, page: int | None = None, section: str | None = None) -> Iterator[Finding]:
        yield from self.guide(guide_id, page, section)

    def practice(self, practice_id: str) -> Iterator[Finding]:
        if practice_id not in self.catalogue.practices:
            yield from self.unknown("pratique", practice_id, self.catalogue.practices, "pratiques")

    def practice_group(self, group: str) -> Iterator[Finding]:
        groups = [one.value for one in PracticeGroup]
        if group not in groups:
            yield f"groupe de pratiques inconnu « {group} »", did_you_mean(group, groups) or f"Les groupes sont : {', '.join(groups)}."

    def pitfall(self, pitfall_id: str) -> Iterator[Finding]:
        if pitfall_id not in self.catalogue.pitfalls:
            yield from self.unknown("écueil", pitfall_id, self.catalogue.pitfalls, "ecueils")

    def mistake(self, mistake_id: str) -> Iterator[Finding]:
        if mistake_id not in self.catalogue.mistakes:
            yield from self.unknown("erreur", mistake_id, self.catalogue.mistakes, "erreurs")

    def mistake_group(self, group: str) -> Iterator[Finding]:
        groups = [one.value for one in MistakeGroup]
        if group not in groups:
            yield f"groupe d'erreurs inconnu « {group} »", did_you_mean(group, groups) or f"Les groupes sont : {', '.join(groups)}."

    def clause(self, clause_id: str) -> Iterator[Finding]:
        if clause_id not in self.catalogue.clauses:
            yield from self.unknown("clause", clause_id, self.catalogue.clauses, "clauses")

    def clause_stage(self, stage: str) -> Iterator[Finding]:
        stages = sorted({one.stage for one in self.catalogue.clauses.values()})
        if stage not in stages:
            yield f"aucune clause pour l'étape « {stage} »", did_you_mean(stage, stages) or f"Les étapes qui en ont : {', '.join(stages) or 'aucune'}."

    def order_part(self, order_id: str, part_id: str) -> Iterator[Finding]:
        order = self.catalogue.orders.get(order_id)
        if order is None:
            yield from self.unknown("commande", order_id, self.catalogue.orders, "commandes")
        elif order.part(part_id) is None:
            known = [part.id for part in order.parts]
            yield f"la commande « {order_id} » n'a pas de partie « {part_id} »", did_you_mean(part_id, known) or f"Ses parties : {', '.join(known)}."

    def planner(self, planner_id: str) -> Iterator[Finding]:
        if planner_id not in self.catalogue.planners:
            yield from self.unknown("calendrier", planner_id, self.catalogue.planners, "calendriers")

    def wizard(self, wizard_id: str) -> Iterator[Finding]:
        if wizard_id not in self.catalogue.wizards:
            yield from self.unknown("parcours", wizard_id, self.catalogue.wizards, "parcours")

    def workshop(self, workshop_id: str) -> Iterator[Finding]:
        if workshop_id not in self.catalogue.workshops:
            yield from self.unknown("atelier", workshop_id, self.catalogue.workshops, "atelier")

    def note(self, note_id: str) -> Iterator[Finding]:
        if note_id not in NOTE_IDS:
            yield f"note inconnue « {note_id} »", did_you_mean(note_id, NOTE_IDS) or f"Les notes sont : {', '.join(NOTE_IDS)}."

    def linked_page(self, path: str, text: str) -> Iterator[Finding]:
        yield from self.page(path.partition("#")[0])

    def page(self, path: str) -> Iterator[Finding]:
        """A page of docs/, named by its path."""
        if path not in self.catalogue.pages and ("", path) not in self.catalogue.broken:
            yield f"page inconnue « {path} »", did_you_mean(path, self.catalogue.pages) or "Donnez son chemin dans docs/ : choisir/sourcage.md."

    def article_reference(self, reference: str | None, code: str = "ccp") -> Iterator[Finding]:
        """An `article:` key of a data file (« R2122-8 », « ccag-pi:35.2.1 »)."""
        if reference:
            yield from self.article(reference, code) if code != "ccp" else self.article(*reversed(split_article(reference)))

    def unknown(self, noun: str, given: str, known: Iterable[str], folder: str) -> Iterator[Finding]:
        """Nothing when the file exists and is itself to be mended: one cause, one problem."""
        if (folder, given) not in self.catalogue.broken:
            yield (f"{noun} inconnu{'e' if noun in ('procédure', 'checklist', 'pratique', 'erreur', 'clause', 'commande') else ''} « {given} »",
                   did_you_mean(str(given), known) or f"Créez le fichier dans docs/_donnees/{folder}/, ou corrigez l'identifiant.")


def call_problems(calls: Iterable[MacroCall], shown: str, references: References) -> list[Problem]:
    return [Problem(shown, call.line, call.name, *finding) for call in calls for finding in references.of_call(call)]


def repeated_terms(calls: Iterable[MacroCall], shown: str) -> list[Problem]:
    """A term is defined at its first use on a page, and only there."""
    seen: set[str] = set()
    problems = []
    for call in calls:
        if call.name == "terme":
            if call.arguments["term_id"] in seen:
                problems.append(Problem(shown, call.line, "terme", f"« {call.arguments['term_id']} » est déjà défini plus haut dans la page", "Écrivez ici le mot seul."))
            seen.add(call.arguments["term_id"])
    return problems


def data_problems(model: object, document: YamlDocument, shown: str, references: References) -> list[Problem]:
    """Problems of the links that a data file makes by its keys."""
    return [
        Problem(shown, document.line_of(path), dotted(path), *finding)
        for path, findings in _links(model, references) for finding in findings
    ]


def _links(model: object, references: References):
    if isinstance(model, Checklist):
        if model.header.next:
            yield ("suivante",), references.checklist(model.header.next)
        yield ("anciens_ids",), _dangling_aliases(model)
    elif isinstance(model, Guide):
        for rank, neighbour in enumerate(model.neighbours):
            yield ("voisins", rank), references.guide(neighbour)
        for rank, section in enumerate(model.sections):
            if section.page:
                yield ("sections", rank), references.guide(model.id, page=section.page)
        yield from _repeated("sections", "id", [section.id for section in model.sections])
    elif isinstance(model, Code):
        yield from _repeated("articles", "numero", [article.number for article in model.articles])
    elif isinstance(model, Threshold):
        yield from _threshold_links(model, references)
    elif isinstance(model, Procedure):
        yield from _procedure_links(model, references)
    elif isinstance(model, Term):
        for rank, other in enumerate(model.see):
            yield ("voir", rank), references.term(other)
    elif isinstance(model, LegalChange):
        for rank, reference in enumerate(model.articles):
            yield ("articles", rank), references.article_reference(reference)
        for rank, threshold_id in enumerate(model.thresholds):
            if threshold_id not in references.catalogue.thresholds:
                yield ("seuils", rank), references.threshold(threshold_id)
    elif isinstance(model, Theme):
        yield ("page",), references.page(model.page)
        for rank, source in enumerate(model.references):
            yield ("references", rank), references.guide(source.id, source.page)
    elif isinstance(model, Planner):
        yield from planner_links(model, references)
    elif isinstance(model, Wizard):
        yield from _wizard_links(model, references)
    elif isinstance(model, Workshop):
        yield from workshop_links(model, references)
    elif isinstance(model, RereadingRule):
        yield from rereading_links(model, references)
    elif isinstance(model, Order):
        yield from order_links(model, references)
    if isinstance(model, (Practice, Pitfall, Mistake, Clause)):
        yield ("element",), references.item_reference(model.item)
    if isinstance(model, (Practice, Clause)):
        for rank, procedure_id in enumerate(model.routes):
            yield ("voies", rank), references.procedure(procedure_id)
    if isinstance(model, Clause):
        yield ("etape",), stage_findings(model.stage, references)
        for rank, mistake_id in enumerate(model.mistakes):
            yield ("erreurs", rank), references.mistake(mistake_id)
    if isinstance(model, Mistake):
        for rank, pitfall_id in enumerate(model.pitfalls):
            yield ("ecueils", rank), references.pitfall(pitfall_id)
    if isinstance(model, (Pitfall, Mistake, Clause)):
        for rank, practice_id in enumerate(model.practices):
            yield ("pratiques", rank), references.practice(practice_id)
    if isinstance(model, (Ranked, Theme, Order)):
        yield ("rang",), _rank_taken(model, references)


def _repeated(key: str, field: str, names: list[str]):
    for rank, name in enumerate(names):
        if name in names[:rank]:
            yield (key, rank, field), iter([(f"« {name} » écrit deux fois", "Donnez à chacun le sien.")])


def _rank_taken(model: Ranked | Theme | Order, references: References) -> Iterator[Finding]:
    """Two sheets of a series never claim the same place. Told once, by the later of the two."""
    catalogue = references.catalogue
    for shelf in (catalogue.practices, catalogue.pitfalls, catalogue.mistakes, catalogue.clauses, catalogue.orders, catalogue.autonomy_steps, catalogue.themes):
        if shelf.get(model.id) is model:
            for other in shelf.values():
                if other.rank == model.rank and other.id < model.id:
                    yield f"le rang {model.rank} est déjà celui de « {other.id} »", "Donnez à chacun le sien."


def _dangling_aliases(checklist: Checklist) -> Iterator[Finding]:
    ids = {item.id for item in checklist.items}
    taken = ids | {section.id for section in checklist.sections}
    for old, new in checklist.header.aliases.items():
        if old in taken:
            yield f"« {old} » est encore un identifiant de la liste", "Un ancien identifiant ne sert plus : retirez-le d'ici."
        if new not in ids:
            yield f"« {new} » n'est pas un élément de la liste", did_you_mean(new, ids) or "Indiquez l'identifiant actuel."


def _threshold_links(threshold: Threshold, references: References):
    yield ("article",), references.article_reference(threshold.article, threshold.code)
    if threshold.follows:
        yield ("suit",), _followed(threshold, references)
    elif not threshold.values:
        yield (), iter([("seuil sans valeur", "Ajoutez « valeurs », ou « suit » et « suit_depuis ».")])
    for rank, value in enumerate(threshold.values):
        yield ("valeurs", rank), references.article_reference(value.article, value.code)
        if value.valid_until and value.valid_until < value.valid_from:
            yield ("valeurs", rank), iter([("la période finit avant de commencer", "Échangez a_partir_du et jusqu_au.")])
        if value.is_contradictory and not value.note:
            yield ("valeurs", rank), iter([("valeur contradictoire sans explication", "Ajoutez « note » : qui dit quoi, et que faire en attendant.")])
    firm = threshold.firm_values
    for rank, (one, other) in enumerate(zip(firm, firm[1:])):
        if other.valid_from <= one.valid_from or (one.valid_until and one.valid_until >= other.valid_from):
            yield ("valeurs", threshold.values.index(other)), iter([
                (f"période qui chevauche la précédente ({french_date(one.valid_from)})", "Rangez les valeurs de la plus ancienne à la plus récente, sans recouvrement.")])


def _followed(threshold: Threshold, references: References) -> Iterator[Finding]:
    known = references.catalogue.thresholds
    if threshold.follows not in known:
        yield from references.unknown("seuil", threshold.follows, known, "seuils")
    elif known[threshold.follows].unit is not threshold.unit:
        yield f"ce seuil n'a pas l'unité de « {threshold.follows} » ({known[threshold.follows].unit.value})", "Donnez-leur la même unité."
    elif known[threshold.follows].follows:
        yield "ce seuil suit un seuil qui en suit un autre", "Faites suivre directement celui qui porte les valeurs."
    if threshold.values:
        yield "un seuil qui en suit un autre ne porte pas de valeurs", "Retirez « valeurs » ou « suit »."
    if threshold.follows_from is None:
        yield "premier jour du renvoi manquant", "Ajoutez « suit_depuis : 2020-01-01 »."


def _procedure_links(procedure: Procedure, references: References):
    for rank, reference in enumerate(procedure.articles):
        yield ("articles", rank), references.article_reference(reference)
    for rank, source in enumerate(procedure.guides):
        yield ("guides", rank), references.guide(source.id, source.page)
    for rank, condition in enumerate(procedure.conditions):
        yield ("conditions", rank), references.article_reference(condition.article, condition.code)
        if condition.threshold:
            yield ("conditions", rank, "seuil"), references.threshold(condition.threshold)
    for rank, step in enumerate(procedure.steps):
        yield ("etapes", rank), references.article_reference(step.article, step.code)
        for reduction_rank, reduction in enumerate(step.reductions):
            yield ("etapes", rank, "reductions", reduction_rank), references.article_reference(reduction.article, reduction.code)
    yield from _repeated("etapes", "id", [step.id for step in procedure.steps])
    for rank, timeline in enumerate(procedure.timelines):
        yield ("frises", rank), _timeline(timeline, procedure, references)


def _timeline(timeline: Timeline, procedure: Procedure, references: References) -> Iterator[Finding]:
    """Every segment is a step, in days, with a delay the law gives; the sum is the floor written for the same buyers."""
    total = 0
    for segment in timeline.segments:
        step = segment_step(segment, procedure, references.catalogue)
        if step is None:
            if ("procedures", segment.step.rpartition(":")[0]) not in references.catalogue.broken:
                yield f"étape inconnue « {segment.step} »", "Donnez l'identifiant d'une étape, ou « regles-communes:étape »."
            return
        if step.delay is not None and step.unit is not DelayUnit.DAYS:
            yield f"l'étape « {segment.step} » ne compte pas en jours", "Une frise additionne des jours : laissez cette étape hors du dessin."
            return
        allowed = {step.delay, *(reduction.days for reduction in step.reductions)} - {None}
        if segment.days is not None and segment.days not in allowed:
            yield f"{segment.days} jours n'est pas un délai de « {segment.step} »", f"Les délais de cette étape : {', '.join(map(str, sorted(allowed))) or 'aucun'}."
        total += segment_days(segment, step) or 0
    floor = next((floor for floor in procedure.floors if floor.buyers == timeline.buyers), None)
    if floor is None or floor.days != total:
        yield (f"la frise compte {total} jours, le plancher {floor.days if floor and floor.days is not None else 'manque'}",
               "Frise et plancher de mêmes acheteurs disent la même durée : corrigez celui qui se trompe.")


def _wizard_links(wizard: Wizard, references: References):
    yield ("page",), references.page(wizard.page)
    for key, ids in (("questions", wizard.questions), ("faits", wizard.facts), ("statuts", wizard.statuses),
                     ("groupes", wizard.groups), ("resultats", wizard.outcomes), ("regles", wizard.rules)):
        yield from _repeated(key, "id", [one.id for one in ids])
    for path, condition in wizard.conditions():
        yield path, _condition_links(condition, path, wizard, references)
    for rank, outcome in enumerate(wizard.outcomes):
        yield ("resultats", rank, "groupe"), _known_name("groupe", outcome.group, [one.id for one in wizard.groups])
        if outcome.procedure:
            yield ("resultats", rank, "procedure"), references.procedure(outcome.procedure)
        for link_rank, link in enumerate(outcome.links):
            yield ("resultats", rank, "suite", link_rank, "page"), references.page(link.page)
    for rank, rule in enumerate(wizard.rules):
        for outcome_id, status in rule.effects.items():
            yield ("regles", rank, "effet"), _known_name("résultat", outcome_id, [one.id for one in wizard.outcomes])
            yield ("regles", rank, "effet"), _known_name("statut", status, [one.id for one in wizard.statuses])
        for article_rank, reference in enumerate(rule.articles):
            yield ("regles", rank, "articles", article_rank), references.article_reference(reference)
        for guide_rank, source in enumerate(rule.guides):
            yield ("regles", rank, "guides", guide_rank), references.guide(source.id, source.page)


def _known_name(noun: str, given: str, known: list[str]) -> Iterator[Finding]:
    if given not in known:
        yield f"{noun} inconnu{'e' if noun == 'réponse' else ''} « {given} »", did_you_mean(given, known) or f"À choisir parmi : {', '.join(known) or 'aucun'}."


def _condition_links(condition: Condition, path: tuple, wizard: Wizard, references: References) -> Iterator[Finding]:
    """What a condition names exists, comes earlier when it decides whether a question is asked, and has the right form."""
    place = path[1]
    questions = {one.id: one for one in (wizard.questions[:place] if path[0] == "questions" else wizard.questions)}
    facts = [one.id for one in (wizard.facts[:place] if path[0] == "faits" else wizard.facts)]
    for part in parts_of(condition):
        if isinstance(part, Fact):
            yield from _known_name("fait", part.name, [] if path[0] == "questions" else facts)
        if not isinstance(part, (Answered, Amount)):
            continue
        question = questions.get(part.question)
        if question is None:
            yield (f"question inconnue « {part.question} »", did_you_mean(part.question, questions) or f"Questions posées avant : {', '.join(questions) or 'aucune'}.")
        elif isinstance(part, Answered):
            for answer in part.among:
                yield from _known_name("réponse", answer, list(question.answer_ids))
        elif question.answer_type is not AnswerType.AMOUNT:
            yield f"« {part.question} » n'est pas un montant", "Comparez à un seuil une question « type: montant », ou nommez des réponses."
        else:
            name = part.below or part.least
            yield from references.threshold(name)
            if name in references.catalogue.thresholds and references.catalogue.thresholds[name].unit is not Unit.EUROS_EXCL_TAX:
                yield f"le seuil « {name} » n'est pas un montant hors taxes", "Comparez la valeur du besoin à un seuil en euros hors taxes."
