"""Ten questions to a database, in SQL that SQLite and PostgreSQL both take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """A question and the statement that answers it."""

    name: str
    question: str
    sql: str


QUERIES = (
    Query(
        "openings",
        "Who opens an office where, and since or until when?",
        """\
SELECT company, place, place_country AS country, kind, status, time_start, time_end, n_articles
FROM office_openings
ORDER BY coalesce(time_start, first_seen) IS NULL, coalesce(time_start, first_seen) DESC,
         company, place, kind
LIMIT 8""",
    ),
    Query(
        "countries",
        "Which countries gain most establishments?",
        """\
SELECT place_country AS country, count(*) AS openings, count(DISTINCT company) AS companies
FROM office_openings
WHERE place_country IS NOT NULL
GROUP BY place_country
ORDER BY openings DESC, country
LIMIT 8""",
    ),
    Query(
        "leaders",
        "Who leads which company now?",
        """\
SELECT company, person, role, status, coalesce(time_start, first_seen) AS since, confidence
FROM current_roles
WHERE role_code IN ('ceo', 'chair', 'founder', 'cto', 'cfo')
ORDER BY company, role_code, person
LIMIT 8""",
    ),
    Query(
        "moves",
        "Who comes and who goes, latest first?",
        """\
SELECT person, status, role, company, last_seen
FROM knowledge_flat
WHERE relation = 'holds_role' AND status IN ('incoming', 'outgoing', 'former')
ORDER BY last_seen IS NULL, last_seen DESC, person, company, role
LIMIT 8""",
    ),
    Query(
        "rounds",
        "What are the largest rounds of each currency?",
        """\
SELECT company, round, amount_value, currency, investors, status, first_seen
FROM funding_rounds
WHERE amount_value IS NOT NULL
ORDER BY currency IS NULL, currency, amount_value DESC, company
LIMIT 8""",
    ),
    Query(
        "investors",
        "Who invests most often, and in whom?",
        """\
SELECT investor.name AS investor, count(DISTINCT k.knowledge_id) AS rounds,
       count(DISTINCT company.name) AS companies, sum(k.amount_value) AS in_rounds_of
FROM knowledge k
JOIN knowledge_arguments investor
  ON investor.knowledge_id = k.knowledge_id AND investor.argument = 'investors'
JOIN knowledge_arguments company
  ON company.knowledge_id = k.knowledge_id AND company.argument = 'company'
WHERE k.relation = 'raises_funding' AND k.modality <> 'denied'
GROUP BY investor.name
ORDER BY rounds DESC, investor
LIMIT 8""",
    ),
    Query(
        "deals",
        "Who buys whom, for how much, and is it done?",
        """\
SELECT acquirer, target, status, amount_value, currency, first_seen, last_seen, n_articles
FROM knowledge_flat
WHERE relation = 'acquires'
ORDER BY last_seen IS NULL, last_seen DESC, acquirer, target
LIMIT 8""",
    ),
    Query(
        "dossier",
        "What is known of the company that most is known of?",
        """\
WITH told AS (
  SELECT a.entity_id, count(DISTINCT a.knowledge_id) AS facts
  FROM knowledge_arguments a
  WHERE a.label = 'ORG' AND a.entity_id IS NOT NULL
  GROUP BY a.entity_id
  ORDER BY facts DESC, a.entity_id
  LIMIT 1
)
SELECT e.name AS company, a.argument AS "as", k.relation, k.status, k.evidence
FROM told
JOIN entities e ON e.entity_id = told.entity_id
JOIN knowledge_arguments a ON a.entity_id = told.entity_id
JOIN knowledge k ON k.knowledge_id = a.knowledge_id
ORDER BY k.relation, k.last_seen IS NULL, k.last_seen DESC, k.knowledge_id, a.argument
LIMIT 8""",
    ),
    Query(
        "contested",
        "Where do articles contradict each other, or deny?",
        """\
SELECT relation, coalesce(company, acquirer, a, person) AS about, status, contradictions
FROM knowledge_flat
WHERE CAST(contradictions AS text) <> '[]'
ORDER BY relation, about, knowledge_id
LIMIT 8""",
    ),
    Query(
        "news",
        "What did the latest run bring, and what sentence says so?",
        """\
SELECT f.article, f.relation, f.status, f.confidence,
       substr(ar.text, f.evidence_start + 1, f.evidence_end - f.evidence_start) AS evidence
FROM facts f
JOIN articles ar ON ar.article = f.article
WHERE f.first_run = (SELECT max(run_id) FROM runs WHERE ended IS NOT NULL)
ORDER BY f.confidence DESC, f.article, f.fact_id
LIMIT 8""",
    ),
)
