-- What is merged into a name is looked for with every new claim of a speaker.

CREATE INDEX names_target ON names (target) WHERE target IS NOT NULL;
