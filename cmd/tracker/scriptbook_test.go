package main

import (
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// cmdWorkbook makes a workbook by another program's hand: workbook OUT.xlsx
// SHEET..., each a text with a row on each line and | between its cells.
// 0.7@0% is a number with a format, here<https://example.org> a link, and a
// line ~ A1:C1 merges cells.
func cmdWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: workbook OUT.xlsx SHEET...")
	}
	f := excelize.NewFile()
	defer f.Close()
	for i, name := range args[1:] {
		sheet, _, _ := strings.Cut(name, ".")
		if i == 0 {
			ts.Check(f.SetSheetName("Sheet1", sheet))
		} else {
			_, err := f.NewSheet(sheet)
			ts.Check(err)
		}
		row := 0
		for line := range strings.Lines(ts.ReadFile(name)) {
			line = strings.TrimSuffix(line, "\n")
			if area, ok := strings.CutPrefix(line, "~ "); ok {
				from, to, _ := strings.Cut(area, ":")
				ts.Check(f.MergeCell(sheet, from, to))
				continue
			}
			row++
			for column, text := range strings.Split(line, "|") {
				ref, err := excelize.CoordinatesToCellName(column+1, row)
				ts.Check(err)
				ts.Check(setCell(f, sheet, ref, strings.TrimSpace(text)))
			}
		}
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// setCell writes a cell as cmdWorkbook describes it.
func setCell(f *excelize.File, sheet, ref, text string) error {
	if text == "" {
		return nil
	}
	if before, link, ok := strings.Cut(strings.TrimSuffix(text, ">"), "<"); ok {
		if err := f.SetCellHyperLink(sheet, ref, link, "External"); err != nil {
			return err
		}
		text = before
	}
	number, format, formatted := strings.Cut(text, "@")
	x, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return f.SetCellValue(sheet, ref, strings.ReplaceAll(text, `\n`, "\n"))
	}
	if formatted {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, ref, ref, style); err != nil {
			return err
		}
	}
	return f.SetCellValue(sheet, ref, x)
}
