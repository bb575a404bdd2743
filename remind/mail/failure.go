package mail

import (
	"errors"
	"fmt"
	"net/textproto"

	gomail "github.com/wneessen/go-mail"

	"tracker/remind"
)

// failure says what an error of the library means for the letter: 5xx is
// final, everything else may go away.
func failure(err error) error {
	var dead *remind.Failure
	if errors.As(err, &dead) {
		return dead
	}
	var sending *gomail.SendError
	var answer *textproto.Error
	code := 0
	switch {
	case errors.As(err, &sending) && sending.ErrorCode() != 0:
		code = sending.ErrorCode()
	case errors.As(err, &answer):
		code = answer.Code
	}
	if code >= 500 && code < 600 {
		return remind.Dead(fmt.Errorf("the mail server refused: %w", err))
	}
	return remind.Retry(0, err)
}
