// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvrecords.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype mostRecords = 1'000'000;
constexpr qsizetype mostFields = 1000;

/// Reads one field after the other.
class CsvScanner
{
public:
    explicit CsvScanner(QStringView text)
        : m_text(text)
    { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool isSound() const { return m_isSound; }

    [[nodiscard]] QStringList record()
    {
        QStringList fields;
        do {
            fields.append(field());
        } while (fields.size() <= mostFields && take(u','));
        take(u'\r');
        m_isSound &= (atEnd() || take(u'\n')) && fields.size() <= mostFields;
        return fields;
    }

private:
    bool take(QChar character)
    {
        const bool isNext = !atEnd() && m_text.at(m_at) == character;
        m_at += isNext ? 1 : 0;
        return isNext;
    }

    [[nodiscard]] QString field()
    {
        if (take(u'"'))
            return quoted();
        const auto start = m_at;
        while (!atEnd() && !QStringView(u",\r\n\"").contains(m_text.at(m_at)))
            ++m_at;
        return m_text.sliced(start, m_at - start).toString();
    }

    [[nodiscard]] QString quoted()
    {
        QString text;
        while (!atEnd()) {
            const auto end = m_text.indexOf(u'"', m_at);
            if (end < 0)
                break;
            text += m_text.sliced(m_at, end - m_at);
            m_at = end + 1;
            if (!take(u'"'))
                return text;
            text += u'"';
        }
        m_isSound = false;
        m_at = m_text.size();
        return text;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_isSound = true;
};

} // namespace

std::optional<std::vector<QStringList>> ownCsvRecords(QByteArrayView utf8)
{
    const auto text = QString::fromUtf8(utf8);
    CsvScanner scanner(text);
    std::vector<QStringList> records;
    while (!scanner.atEnd() && scanner.isSound() && std::ssize(records) <= mostRecords)
        records.push_back(scanner.record());
    const bool isWhole = scanner.isSound() && scanner.atEnd() && !records.empty();
    const bool isEven = std::ranges::all_of(
        records, [&](const QStringList &record) { return record.size() == records.front().size(); });
    return isWhole && isEven ? std::optional(std::move(records)) : std::nullopt;
}

} // namespace Decayscope
