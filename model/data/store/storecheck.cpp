// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storecheck.h"

#include "compression.h"
#include "labelcheck.h"
#include "preparedrun.h"
#include "statement.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Decayscope {

namespace {

/// A count that must be zero, and the sentence for when it is not; %1 is the count.
struct CountCheck
{
    const char16_t *sql;
    const char16_t *sentence;
};

constexpr CountCheck countChecks[]{
    {u"SELECT count(*) FROM run r JOIN run_version v ON v.id = r.version WHERE v.run <> r.id",
        u"%1 runs show the content of another run."},
    {u"SELECT count(*) FROM run r WHERE r.version IS NOT (SELECT max(v.id) FROM run_version v JOIN import i ON i.id = "
     u"v.import "
     "WHERE v.run = r.id AND i.undone IS NULL)",
        u"%1 runs do not show their newest content."},
    {u"SELECT count(*) FROM run_version v LEFT JOIN (SELECT version, sum(total) AS total, sum(passed) AS passed, "
     "sum(failed) AS failed FROM request GROUP BY version) q ON q.version = v.id WHERE v.assertions <> "
     "coalesce(q.total, 0) "
     "OR v.passed <> coalesce(q.passed, 0) OR v.failed <> coalesce(q.failed, 0)",
        u"%1 runs have assertion counts that differ from those of their requests."},
    {u"SELECT count(*) FROM request q JOIN assertion_list l ON l.id = q.assertions "
     "WHERE length(q.outcomes) <> json_array_length(l.names)",
        u"%1 requests have outcomes that do not fit their assertions."},
    {u"SELECT count(*) FROM assertion_failure f JOIN request q ON q.version = f.version AND q.position = f.position "
     "WHERE substr(q.outcomes, f.number + 1, 1) <> 'f'",
        u"%1 messages of failures belong to no failed assertion."},
    {u"SELECT count(*) FROM run_version v WHERE v.warnings <> (SELECT count(*) FROM warning w WHERE w.version = v.id)",
        u"%1 runs have a warning count that differs from their warnings."},
    {u"SELECT count(*) FROM verdict d JOIN run_version v ON v.id = d.version WHERE 2 - d.compliant <> CASE "
     u"d.\"constraint\" + 10 * d.mode "
     "WHEN 0 THEN v.architecture WHEN 1 THEN v.database WHEN 2 THEN v.database WHEN 10 THEN v.syntax_architecture "
     "WHEN 11 THEN v.syntax_database WHEN 12 THEN v.syntax_database WHEN 13 THEN v.syntax_orm "
     "WHEN 14 THEN v.syntax_orm ELSE v.orm END",
        u"%1 verdicts differ from what their run says."},
    {u"SELECT count(*) FROM run_version v WHERE (v.architecture > 0) + (v.database > 0) + (v.orm > 0) <> "
     "(SELECT count(*) FROM verdict d WHERE d.version = v.id AND d.mode = 0)",
        u"%1 runs lack a verdict or have one too many."},
    {u"SELECT count(*) FROM run_version v WHERE v.syntax_verifier IS NOT NULL AND (v.syntax_architecture > 0) + "
     "(v.syntax_database > 0) + (v.syntax_orm > 0) <> "
     "(SELECT count(*) FROM verdict d WHERE d.version = v.id AND d.mode = 1)",
        u"%1 runs lack a verdict of the syntax verifiers or have one too many."},
    {u"SELECT count(*) FROM text t WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.text = t.id)",
        u"%1 texts belong to no run."},
    {u"SELECT count(*) FROM run_version a JOIN run_version b ON b.first_part = (SELECT min(first_part) FROM "
     u"run_version "
     "WHERE first_part > a.first_part) WHERE a.first_part + a.part_count > b.first_part",
        u"%1 runs overlap another one in the full-text index."},
    {u"SELECT count(*) FROM document d JOIN run_version v ON v.id = d.version WHERE d.part < v.first_part "
     "OR d.part >= v.first_part + v.part_count",
        u"%1 documents point outside their run in the full-text index."},
    {u"SELECT count(*) FROM document d WHERE d.part IS NOT NULL AND NOT EXISTS (SELECT 1 FROM part_index p WHERE "
     u"p.rowid = d.part)",
        u"%1 documents are missing in the full-text index."},
    {u"SELECT count(*) FROM part_index p WHERE NOT EXISTS (SELECT 1 FROM (SELECT first_part, part_count FROM "
     u"run_version "
     "WHERE first_part <= p.rowid ORDER BY first_part DESC LIMIT 1) v WHERE p.rowid < v.first_part + v.part_count)",
        u"%1 entries of the full-text index belong to no run."},
};

bool lies(qint64 offset, qint64 length, qint64 size)
{
    return offset >= 0 && length >= 0 && offset <= size && length <= size - offset;
}

/// SQLite's own checks answer "ok" or one line a fault.
Result<QStringList> lines(Connection &connection, QStringView sql, int column)
{
    Statement check(connection, sql);
    if (auto done = check.run(); !done)
        return std::unexpected(std::move(done.error()));
    QStringList answer;
    while (check.next())
        answer.append(check.text(column));
    return answer;
}

class Checker
{
public:
    Checker(Connection &connection, const Progress &progress)
        : m_connection(connection)
        , m_progress(progress)
    { }

    Result<StoreCheck> run()
    {
        auto done = structure()
                        .and_then([this] { return references(); })
                        .and_then([this] { return counts(); })
                        .and_then([this] { return texts(); })
                        .and_then([this] { return documentParts(); })
                        .and_then([this] { return turnLists(); })
                        .and_then([this] { return labels(); });
        if (!done)
            return std::unexpected(std::move(done.error()));
        return m_answer;
    }

private:
    void found(const QString &sentence) { m_answer.findings.append(sentence); }

    /// Since SQLite 3.44 this looks into the full-text index, too.
    Result<> structure()
    {
        const auto faults = lines(m_connection, u"PRAGMA integrity_check", 0);
        if (!faults)
            return std::unexpected(faults.error());
        ++m_answer.checked;
        for (const auto &fault : *faults) {
            if (fault != u"ok")
                found(u"The file's structure is damaged: " % fault % u'.');
        }
        return {};
    }

    Result<> references()
    {
        const auto tables = lines(m_connection, u"PRAGMA foreign_key_check", 0);
        if (!tables)
            return std::unexpected(tables.error());
        ++m_answer.checked;
        for (const auto &table : *tables)
            found(u"A row of the table \"" % table % u"\" points to nothing.");
        return {};
    }

    Result<> counts()
    {
        for (const auto &check : countChecks) {
            if (m_progress.isCancelled())
                return cancelled();
            const auto count = Statement(m_connection, check.sql).number();
            if (!count)
                return std::unexpected(count.error());
            ++m_answer.checked;
            if (*count > 0)
                found(QString::fromUtf16(check.sentence).arg(*count));
        }
        return {};
    }

    Result<> texts()
    {
        const auto total = Statement(m_connection, u"SELECT count(*) FROM text").number();
        if (!total)
            return std::unexpected(total.error());
        Statement select(m_connection, u"SELECT id, hash, size, data FROM text");
        if (auto done = select.run(); !done)
            return done;
        for (qint64 row = 0; select.next(); ++row) {
            if (m_progress.isCancelled())
                return cancelled();
            checkText(select);
            report(row, *total);
        }
        ++m_answer.checked;
        return {};
    }

    void checkText(const Statement &row)
    {
        const auto bytes = decompressed(row.bytes(3), row.number64(2));
        if (!bytes)
            found(u"Text " % row.text(0) % u" cannot be unpacked: " % bytes.error().evidence % u'.');
        else if (frameHash(row.bytes(3)) != row.bytes(1))
            found(u"Text " % row.text(0) % u" is not what was stored: its hash differs.");
    }

    Result<> documentParts()
    {
        Statement select(m_connection,
            u"SELECT d.version, d.path, d.parts, t.size FROM document d JOIN text t ON t.id = d.text "
            "WHERE d.parts IS NOT NULL");
        if (auto done = select.run(); !done)
            return done;
        while (select.next()) {
            if (m_progress.isCancelled())
                return cancelled();
            const auto parts = unpackedParts(select.bytes(2));
            const auto size = select.number64(3);
            const auto fits = [size](const DocumentPart &p) { return lies(p.offset, p.length, size); };
            if (!parts || !std::ranges::all_of(*parts, fits))
                found(u"The parts of \"" % select.text(1) % u"\" do not lie inside it.");
        }
        ++m_answer.checked;
        return {};
    }

    Result<> turnLists()
    {
        Statement select(m_connection,
            u"SELECT v.id, v.turns, l.turns, (SELECT max(t.size) FROM document d JOIN text t ON t.id = d.text "
            "WHERE d.version = v.id AND d.kind IN (4, 6)) FROM run_version v LEFT JOIN turn_list l ON l.version = "
            "v.id");
        if (auto done = select.run(); !done)
            return done;
        while (select.next()) {
            if (m_progress.isCancelled())
                return cancelled();
            checkTurns(select);
        }
        ++m_answer.checked;
        return {};
    }

    void checkTurns(const Statement &row)
    {
        const auto turns
            = row.isNull(2) ? std::vector<Turn>() : unpackedTurns(row.bytes(2)).value_or(std::vector<Turn>());
        const auto size = row.number64(3);
        if (std::ssize(turns) != row.number64(1))
            found(u"Run content " % row.text(0) % u" has a turn count that differs from its turns.");
        else if (!std::ranges::all_of(turns, [size](const Turn &t) { return lies(t.offset, t.length, size); }))
            found(u"Run content " % row.text(0) % u" has turns that lie outside its trajectory.");
    }

    Result<> labels()
    {
        return labelFindings(m_connection).transform([this](const QStringList &findings) {
            ++m_answer.checked;
            m_answer.findings += findings;
        });
    }

    void report(qint64 done, qint64 total)
    {
        if (m_sinceReport.isValid() && m_sinceReport.elapsed() < 100)
            return;
        m_progress.report({.done = done, .total = total, .what = QStringLiteral("texts")});
        m_sinceReport.start();
    }

    Connection &m_connection;
    const Progress &m_progress;
    QElapsedTimer m_sinceReport;
    StoreCheck m_answer;
};

} // namespace

Result<StoreCheck> checkStore(Connection &connection, const Progress &progress)
{
    return Checker(connection, progress).run();
}

} // namespace Decayscope
