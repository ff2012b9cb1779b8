package dev.cowork.proposal.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/// Whose grants are counted together.
class CircumstancesTest {
    @Test
    void anAddressOrANumberTellsWhoItIsWhateverTheName() {
        assertEquals(counted("Kim Lee <kim.lee@example.com>"), counted("K. Lee, KIM.LEE@example.com"));
        assertEquals(counted("Kim Lee (C-10442)"), counted("c10442 Lee"));
        assertEquals(counted("Kim Lee #1042"), counted("#1042"));
    }

    @Test
    void twoOfOneNameAreTwoWhereTheyAreToldApart() {
        assertNotEquals(counted("Kim Lee C-10442"), counted("Kim Lee C-10443"));
        assertNotEquals(counted("Kim Lee, kim@example.com"), counted("Kim Lee, kim@example.org"));
    }

    @Test
    void aNameAloneCountsWhateverItsSpacesAndItsCase() {
        assertEquals("kim lee", counted("  Kim   LEE "));
        assertEquals("bakery 2024", counted("Bakery 2024"));
        assertEquals("", counted(" "));
    }

    private static String counted(String customer) {
        return new Circumstances(customer, Tier.STANDARD, Outside.WITHIN).counted();
    }
}
