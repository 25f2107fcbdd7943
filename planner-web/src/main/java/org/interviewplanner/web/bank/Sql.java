package org.interviewplanner.web.bank;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.interviewplanner.web.data.Id;
import org.jspecify.annotations.Nullable;

/** How values of this room travel to columns and back. */
final class Sql {

    private Sql() {}

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @SuppressWarnings("NullAway") // SQL's null is the answer here
    static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** Ids for {@code = any(cast(:ids as uuid[]))}: one parameter however many there are. */
    static String[] ids(Collection<? extends Id> ids) {
        return ids.stream().map(it -> it.value().toString()).toArray(String[]::new);
    }

    static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
