/// The questions that people ask of the tables, each as a view.
enum ViewStatements {
  static let all = [
    """
    CREATE VIEW incidents AS
    SELECT * FROM post_mortems
    WHERE kind = 'incident' AND status = 'published' AND date IS NOT NULL
    ORDER BY date DESC, id
    """,
    """
    CREATE VIEW incidents_by_month AS
    SELECT substr(date, 1, 7) AS month, count(*) AS incidents,
      sum(severity_rank IS NOT NULL AND severity_rank <= 2) AS of_the_two_gravest_severities
    FROM incidents GROUP BY month ORDER BY month
    """,
    """
    CREATE VIEW incidents_by_service AS
    SELECT service, count(*) AS incidents, min(date) AS first_seen, max(date) AS last_seen
    FROM incidents JOIN post_mortem_services ON post_mortem = id
    GROUP BY service ORDER BY incidents DESC, service
    """,
    """
    CREATE VIEW open_action_items AS
    SELECT action_items.*, title, severity, date
    FROM action_items JOIN post_mortems ON post_mortem = id
    WHERE standing = 'promised' AND state IN ('open', 'unknown')
    ORDER BY due IS NULL, due, post_mortem, number
    """,
    """
    CREATE VIEW overdue_action_items AS
    SELECT * FROM open_action_items WHERE overdue_days IS NOT NULL ORDER BY overdue_days DESC, post_mortem, number
    """,
    """
    CREATE VIEW recurring_causes AS
    SELECT id, title, status, occurrences, first_seen, last_seen
    FROM causes WHERE occurrences > 1 AND id <> 'unknown' ORDER BY occurrences DESC, id
    """,
    """
    CREATE VIEW broken_promises AS
    SELECT recurrences.cause, causes.title AS cause_title, recurrences.post_mortem, post_mortems.title, date, gap_days,
      verdict, reason
    FROM recurrences
    JOIN post_mortems ON post_mortems.id = recurrences.post_mortem
    JOIN causes ON causes.id = recurrences.cause
    WHERE verdict IN ('failed-action', 'open-action')
    ORDER BY date DESC, recurrences.cause
    """,
  ]
}
