// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search.h"

#include "statement.h"

#include <QStringList>

namespace Decayscope {

namespace {

/// What the index's tokenizer takes as part of a word: letters, numbers, private use, and the accents it ignores.
/// Source: sqlite.org/fts5.html, "Unicode61 Tokenizer".
bool isWordCharacter(char32_t character)
{
    const bool isAccent = character >= 0x300 && character <= 0x331;
    return QChar::isLetterOrNumber(character) || QChar::category(character) == QChar::Other_PrivateUse || isAccent;
}

QStringList wordsOf(QStringView text)
{
    QStringList words(QString{});
    const auto characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (isWordCharacter(character))
            words.last().append(QChar::fromUcs4(character));
        else if (!words.last().isEmpty())
            words.append(QString());
    }
    words.removeAll(QString());
    return words;
}

} // namespace

QString searchQuery(QStringView words)
{
    auto quoted = wordsOf(words);
    for (auto &word : quoted)
        word = u'"' % word % u'"';
    return quoted.join(u" AND ");
}

Result<std::vector<RunId>> runsMentioning(Connection &connection, const QString &words)
{
    const auto query = searchQuery(words);
    std::vector<RunId> runs;
    if (query.isEmpty())
        return runs;
    // Rows of one version lie side by side, so the version of a row is the last one that starts at or before it.
    Statement select(connection,
        u"SELECT DISTINCT r.id FROM (SELECT DISTINCT (SELECT id FROM run_version WHERE first_part <= p.rowid "
        "ORDER BY first_part DESC LIMIT 1) AS version FROM part_index p WHERE part_index MATCH ?) hit "
        "JOIN run r ON r.version = hit.version ORDER BY r.id");
    if (auto done = select.run(query); !done)
        return std::unexpected(std::move(done.error()));
    while (select.next())
        runs.push_back({select.number64(0)});
    return runs;
}

} // namespace Decayscope
