package dev.cowork.delivery;

import java.sql.SQLException;

/// PostgreSQL did not do what it was asked. Nothing was stored; asking again later may help.
public class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(SQLException cause) {
        super("the database said " + cause.getSQLState() + ": " + cause.getMessage(), cause);
    }
}
