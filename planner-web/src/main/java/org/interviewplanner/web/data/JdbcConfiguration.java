package org.interviewplanner.web.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Teaches Spring Data JDBC the typed ids: a {@code uuid} column is read as the id type of its
 * component.
 */
@Configuration
@EnableTransactionManagement
@EnableJdbcRepositories("org.interviewplanner.web")
class JdbcConfiguration extends AbstractJdbcConfiguration {

    @Override
    protected List<?> userConverters() {
        var converters = new ArrayList<Object>();
        converters.add(new IdToUuid());
        converters.add(new UuidToId<>(AskedQuestionId.class, AskedQuestionId::new));
        converters.add(new UuidToId<>(BlueprintId.class, BlueprintId::new));
        converters.add(new UuidToId<>(CandidateId.class, CandidateId::new));
        converters.add(new UuidToId<>(PersonId.class, PersonId::new));
        converters.add(new UuidToId<>(QuestionId.class, QuestionId::new));
        converters.add(new UuidToId<>(RevisionId.class, RevisionId::new));
        converters.add(new UuidToId<>(SectionId.class, SectionId::new));
        converters.add(new UuidToId<>(SessionId.class, SessionId::new));
        converters.add(new UuidToId<>(SetId.class, SetId::new));
        converters.add(new UuidToId<>(TeamId.class, TeamId::new));
        return converters;
    }

    @WritingConverter
    private static final class IdToUuid implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            var pairs = new java.util.HashSet<ConvertiblePair>();
            for (var type : Id.class.getPermittedSubclasses()) {
                pairs.add(new ConvertiblePair(type, UUID.class));
            }
            return pairs;
        }

        @Override
        public @Nullable Object convert(
                @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : ((Id) source).value();
        }
    }

    @ReadingConverter
    private record UuidToId<T extends Id>(Class<T> type, Function<UUID, T> constructor)
            implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(UUID.class, type));
        }

        @Override
        public @Nullable Object convert(
                @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : constructor.apply((UUID) source);
        }
    }
}
