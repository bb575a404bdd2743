// Package mail delivers messages over SMTP: encrypted, or on this machine
// alone, each under a Message-ID that is the same on every repeat. It knows
// nothing of claims.
//
//	s := &mail.Server{Host: "smtp.example.org", From: from, User: "desk", Password: func() (string, error) { … }}
//	receipt, err := s.Send(ctx, message)
package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	netmail "net/mail"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"

	"tracker/remind"
)

// Encryption is how a connection is encrypted.
type Encryption int

const (
	StartTLS Encryption = iota // asked for, and refused without
	Implicit                   // from the first byte
	None                       // only to this machine, and without a password
)

// limit is how long one delivery may take, less than the lease of a letter.
const limit = 60 * time.Second

// Server is an outgoing mail server.
type Server struct {
	Host       string
	Port       int // 0 is 587, or 465 when encrypted from the start
	Encryption Encryption
	Roots      *x509.CertPool // whom to trust; nil is whom the machine trusts
	From       netmail.Address
	ReplyTo    string
	User       string                 // "" sends without a password
	Password   func() (string, error) // asked for each delivery

	patience time.Duration // in place of limit
}

var _ remind.Channel = (*Server)(nil)

// Send delivers a message; see remind.Channel. What the server had taken
// before the connection broke may be delivered again, with the same
// Message-ID.
func (s *Server) Send(ctx context.Context, m remind.Message) (receipt string, err error) {
	msg, err := s.message(m)
	if err != nil {
		return "", remind.Dead(err)
	}
	ctx, cancel := context.WithTimeout(ctx, s.wait())
	defer cancel()
	client, err := s.client(ctx)
	if err != nil {
		return "", err
	}
	err = client.DialAndSendWithContext(ctx, msg)
	if err != nil && !msg.IsDelivered() { // what comes after its 250 is of no interest
		return "", failure(err)
	}
	return s.Host + " answered 250 " + headerLine(msg.ServerResponse()), nil
}

func (s *Server) wait() time.Duration {
	if s.patience > 0 {
		return s.patience
	}
	return limit
}

// client returns a client whose connection breaks when ctx ends: the library
// itself would wait for the server.
func (s *Server) client(ctx context.Context) (*gomail.Client, error) {
	dial := func(dialing context.Context, network, _ string) (net.Conn, error) {
		conn, err := s.dial(dialing, network)
		if err == nil {
			context.AfterFunc(ctx, func() { conn.Close() })
		}
		return conn, err
	}
	options := []gomail.Option{gomail.WithPort(s.port()), gomail.WithTimeout(s.wait()), gomail.WithDialContextFunc(dial),
		gomail.WithTLSPolicy(gomail.TLSMandatory), gomail.WithTLSConfig(s.tls())}
	if s.Encryption != StartTLS {
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	}
	if s.User != "" {
		if s.Encryption == None {
			return nil, remind.Dead(errNoPassword)
		}
		password, err := s.Password()
		if err != nil {
			return nil, err
		}
		// Each of these sends a password over an encrypted connection only.
		options = append(options, gomail.WithUsername(s.User), gomail.WithPassword(password),
			gomail.WithOpportunisticSMTPAuth(gomail.SMTPAuthSCRAMSHA256, gomail.SMTPAuthPlain, gomail.SMTPAuthLogin))
	}
	return gomail.NewClient(s.Host, options...)
}

func (s *Server) port() int {
	switch {
	case s.Port != 0:
		return s.Port
	case s.Encryption == Implicit:
		return 465
	}
	return 587
}

func (s *Server) tls() *tls.Config {
	return &tls.Config{ServerName: s.Host, RootCAs: s.Roots, MinVersion: tls.VersionTLS12}
}

func (s *Server) dial(ctx context.Context, network string) (net.Conn, error) {
	conn, err := new(net.Dialer).DialContext(ctx, network, net.JoinHostPort(s.Host, strconv.Itoa(s.port())))
	if err != nil {
		return nil, err
	}
	if s.Encryption == None && !local(conn.RemoteAddr()) {
		conn.Close()
		return nil, remind.Dead(fmt.Errorf("%s is not this machine: without encryption nothing is sent there", s.Host))
	}
	if s.Encryption == Implicit {
		secure := tls.Client(conn, s.tls())
		if err := secure.HandshakeContext(ctx); err != nil {
			conn.Close()
			return nil, err
		}
		conn = secure
	}
	return conn, nil
}

func local(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// errNoPassword is the refusal to say a password that anybody could hear.
var errNoPassword = errors.New("a password is sent over an encrypted connection only")
