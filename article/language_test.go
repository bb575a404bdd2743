package article

import "testing"

// Only English is read, and a text that is something else is known by its
// small words, whatever its page says.
func TestEnglish(t *testing.T) {
	for text, want := range map[string]bool{
		"The bridge will open in May, the minister said on Monday, and the toll will not rise before the end of the year. Work on it began in 2019 and was delayed twice.":                   true,
		"Die neue Brücke wird bis Ende Mai für den Verkehr freigegeben, sagte die Ministerin am Mittwoch. Die Maut soll nicht vor 2027 steigen, und der Bau der Bahn beginnt im Herbst.":     false,
		"Le nouveau pont ouvrira fin mai, a déclaré la ministre mercredi. Le péage n'augmentera pas avant la fin de l'année, et les travaux de la gare commenceront à l'automne prochain.":   false,
		"De nieuwe brug gaat eind mei open voor het verkeer, zei de minister woensdag. De tol gaat niet omhoog voor het einde van het jaar, en de bouw van het station begint in de herfst.": false,
		"El nuevo puente se abrirá a finales de mayo, dijo la ministra el miércoles. El peaje no subirá antes de fin de año, y las obras de la estación comenzarán en otoño, dijo.":          false,
		"Brücke wird im Mai eröffnet": true, // too short to tell
		"5 May | Parliament votes":    true,
		"新しい橋は五月末に開通すると大臣が水曜日に述べた。通行料は年末まで値上げしない。駅の工事は秋に始まる予定である。":                                                                                                                          false,
		"Новый мост откроется в конце мая, заявила министр в среду. Плата не вырастет до конца года, а строительство вокзала начнётся осенью, сказала она журналистам у входа на площадку.": false,
	} {
		a := Article{Text: text}
		if a.English() != want {
			t.Errorf("English(%q) = %t", text, !want)
		}
	}
}
