enum KnowledgeBaseTestsPlaceholder {}
