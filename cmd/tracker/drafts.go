package main

import (
	"github.com/spf13/cobra"

	"tracker/intake"
	"tracker/reading/date"
)

func newDrafts(e *env) *cobra.Command {
	o := intake.ArticleOptions{}
	cmd := &cobra.Command{
		Use:   "draft ARTICLE",
		Short: "What does an article promise?",
		Long: `Read an article and propose the claims in it, as JSON: who says that what will happen, by when, how surely.
Nothing is stored. The day and the outlet are never guessed. docs/drafts.md names the rules.`,
		Example: "  tracker draft article.txt --said 2025-08-06 --source \"Evening News\" --json",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := e.namedBook(cmd.Context())
			if err != nil {
				return err
			}
			r, err := e.reader(cmd.Context(), b)
			if err != nil {
				return err
			}
			o.File = args[0]
			doc, err := intake.ReadArticle(o, e.In, r, e.Dates(date.Past))
			if err != nil {
				return err
			}
			return e.JSON(doc)
		},
	}
	cmd.Flags().StringVar(&o.Said, "said", "", "`DATE` of the article")
	cmd.Flags().StringVar(&o.Source, "source", "", "the `OUTLET` that carried it")
	cmd.Flags().StringVar(&o.URL, "url", "", "`URL` where the source has it")
	cmd.Flags().Bool("json", false, "print JSON")
	return cmd
}
