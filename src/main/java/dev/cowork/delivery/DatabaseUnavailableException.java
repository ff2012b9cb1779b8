package dev.cowork.delivery;

import java.sql.SQLException;

/// PostgreSQL did not do what it was asked. Nothing was stored; asking again later may help.
public class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(SQLException cause) {
        super("the database said " + cause.getSQLState() + ": " + cause.getMessage(), cause);
    }

    /// Whether it is what was asked, or somebody holding what is needed for it, and not the database: a lock held too
    /// long, a deadlock, a value the database does not take.
    boolean isOfOneStatement() {
        return getCause() instanceof SQLException said
                && String.valueOf(said.getSQLState()).matches("55P03|40P01|(22|23|54).*");
    }
}
