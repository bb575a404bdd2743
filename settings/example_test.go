package settings_test

import (
	"fmt"
	"os"

	"tracker/settings"
)

// The command line goes before the environment.
func ExampleRead() {
	for name, value := range map[string]string{"TRACKER_NOW": "2025-08-18T23:30:00Z", "TRACKER_ZONE": "UTC", "XDG_CONFIG_HOME": os.TempDir() + "/none"} {
		was, set := os.LookupEnv(name)
		os.Setenv(name, value)
		defer func() {
			if os.Unsetenv(name); set {
				os.Setenv(name, was)
			}
		}()
	}
	s, err := settings.Read(settings.Flags{})
	fmt.Println(s.Today(), s.Zone, err)
	s, err = settings.Read(settings.Flags{Zone: "Europe/Berlin"})
	fmt.Println(s.Today(), s.Zone, err)
	// Output:
	// 2025-08-18 UTC <nil>
	// 2025-08-19 Europe/Berlin <nil>
}
