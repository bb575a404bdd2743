package ledger

// Words is the text that packed bodies refer back to: what the bodies of most
// entries have in common. It is part of the form of every book and never
// changes; another text would need another packedForm.
const Words = `{"set":{"withdrawn":null},"undoes":"was":{"withdrawn":"undone"},"why":` +
	`{"snoozed_until":null,"disputed":"proposed":[{"at":"by":"event_date":"outcome":"void","reason":"condition-unmet","underspecified","no-consensus","source-gone","retracted","superseded","duplicate","not-a-prediction"` +
	`"attribution":[{"entity":"role":"origin"},{"role":"relay"},{"role":"publisher"}],"baseline_on":"baseline_p":0."condition":"criterion":"forced":true,"notes":"repeats":"supersedes":"type":"promise","plan","words_by":"report",` +
	`"alternatives":[{"earliest":"latest":"why":"],"class":"exact","fuzzy","event","none","due_at":null,"grace_days":1,"granularity":"hour","week-part","weekend","month-part","quarter","half","season","year-part","decade",` +
	`"relation":"before","in","within","earliest","after","rule":"given","Europe/America/Asia/New_York","Berlin","London"` +
	`"evidence":[{"file":"sha256":"url":"https://www."}],"extent":0.5,"early_counts":false,"timing":"early","late","unclear","partial","no",` +
	`"kind":"survey","standard","explicit","none","words":"likely","unlikely","could","may","will","expected to","probably","by the end of the year","within 30 days","next month","this week","speaker_kind":"person","outlet","anonymous","will-not",` +
	`{"appearances":[{"archive_url":"","published_on":null,"sha256":"","source":"The ","title":"","url":"https://www.example.org/}],"attribution":[],"baseline_p":null,"condition":"","criterion":"","disputed":"","event":"","forced":false,` +
	`"grace_days":0,"evidence":[],"extent":null,"reason":"","accepted":false,"alternatives":[],"notes":"","repeats":null,"snoozed_until":null,"supersedes":null,"withdrawn":""}` +
	`{"appearances":[{"published_on":"2025-0","source":"","url":"https://"}],"event":"","hedge":{"high":0.95,"kind":"assumed","low":0.6,"map":"tracker-2026.3","p":0.8,"words":"plans to"},"id":1,"key":"","language":"en",` +
	`"logged_at":"2026-01-01T00:00:00.000Z","logged_by":"","polarity":"will","quote":"","speaker":"","speaker_kind":"institution","stated_on":"2025-1","statement":"","tags":["","],"uid":"019",` +
	`"verdict":{"at":"2026-01-02T00:00:00.000Z","by":"","event_date":"2025-0","note":"","outcome":"yes","timing":"on-time","uid":"019"},"window":{"accepted":true,"class":"bounded","class":"vague","due_at":"2025-1T00:00:00.000Z","earliest":"2025-","granularity":"day","granularity":"week","granularity":"month","granularity":"year","latest":"2026-","phrase":"next week","relation":"on","relation":"by","rule":"week","rules":"2026.2","zone":"UTC"}}`
