package postgres

import (
	"fmt"
	"strings"
)

// A program that was started before a newer one took its book over still has
// its connections, and statements that the newer tables may well take: so these
// ask every connection which schema it writes. It says so when it is made.
// Programs of old say nothing, and are refused too.

// writes is the setting in which a connection says it.
const writes = "tracker.schema"

// fenceState is the SQLSTATE of the refusal.
const fenceState = "TR001"

// fenced are the tables that every writing begins with: the journal, and what
// stands beside it.
var fenced = []string{"journal", "outbox", "heartbeat", "secrets", "answered", "received", "inboxes"}

// fence makes the triggers that refuse who does not write a schema.
func fence(schema int) string {
	var out strings.Builder
	fmt.Fprintf(&out, `CREATE OR REPLACE FUNCTION fence() RETURNS trigger LANGUAGE plpgsql AS
	$$ BEGIN
		IF current_setting('%s', true) IS DISTINCT FROM TG_ARGV[0] THEN
			RAISE EXCEPTION 'this book has schema %% now, and another tracker is needed to write to it', TG_ARGV[0] USING ERRCODE = '%s', HINT = 'update tracker and start it again';
		END IF;
		RETURN NULL;
	END $$;
`, writes, fenceState)
	for _, table := range fenced {
		fmt.Fprintf(&out, "CREATE TRIGGER %s_fence BEFORE INSERT OR UPDATE OR DELETE ON %[1]s FOR EACH STATEMENT EXECUTE FUNCTION fence('%d');\n", table, schema)
	}
	return out.String()
}
