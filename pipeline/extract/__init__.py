"""AnnotatedArticle -> Relation: the rule engine and the rules."""
