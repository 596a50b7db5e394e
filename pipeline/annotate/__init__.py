"""Article -> AnnotatedArticle: the language model, names, time and money expressions."""
