enum KnowledgeBasePlaceholder {}
