// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvrecords.h"
#include "figurechanges.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double roundingError = 1e-9; // relative; another machine's library of functions may differ in the last bits

/// Values that name a row, and which of the rows of that name it is.
using RowName = std::pair<QStringList, int>;

bool isSameNumber(const QString &a, const QString &b)
{
    bool isNumberA = false;
    bool isNumberB = false;
    const auto x = a.toDouble(&isNumberA);
    const auto y = b.toDouble(&isNumberB);
    return isNumberA && isNumberB && std::abs(x - y) <= roundingError * std::max({1.0, std::abs(x), std::abs(y)});
}

QString valueWords(const QString &value)
{
    return value.isEmpty() ? u"nothing"_s : value;
}

/// The two documents of one figure's data.
class ValueComparison
{
public:
    ValueComparison(const std::vector<QStringList> &then, const std::vector<QStringList> &now, const TableSpec &table)
        : m_header(now.front())
        , m_table(table)
        , m_then(rowsOf(then))
        , m_now(rowsOf(now))
    { }

    [[nodiscard]] QStringList sentences() const
    {
        QStringList sentences;
        for (const auto &[name, row] : m_then) {
            const auto found = m_now.find(name);
            if (found == m_now.end())
                sentences.append(u"%1 is gone."_s.arg(words(name)));
            else
                compare(name, row, found->second, sentences);
        }
        for (const auto &[name, row] : m_now) {
            if (!m_then.contains(name))
                sentences.append(u"%1 is new."_s.arg(words(name)));
        }
        return sentences;
    }

private:
    /// What is said about the row is no part of its name.
    [[nodiscard]] bool isOfName(const QString &key) const
    {
        const auto column = m_table.columnOf(key);
        return column && m_table.columns[*column].kind == CellKind::Text && key != u"note" && key != u"text";
    }

    [[nodiscard]] QString titleOf(const QString &key) const
    {
        const auto column = m_table.columnOf(key);
        return column ? m_table.columns[*column].title : key;
    }

    [[nodiscard]] std::map<RowName, QStringList> rowsOf(const std::vector<QStringList> &records) const
    {
        std::map<RowName, QStringList> rows;
        std::map<QStringList, int> occurrences;
        for (std::size_t i = 1; i < records.size(); ++i) {
            QStringList name;
            for (qsizetype column = 0; column < m_header.size(); ++column) {
                if (isOfName(m_header.at(column)))
                    name.append(records[i].at(column));
            }
            rows.emplace(RowName{name, occurrences[name]++}, records[i]);
        }
        return rows;
    }

    /// "Panel flask, Series gpt-x, Level L0"
    [[nodiscard]] QString words(const RowName &name) const
    {
        QStringList parts;
        qsizetype part = 0;
        for (const auto &key : m_header) {
            if (!isOfName(key))
                continue;
            const auto &value = name.first.at(part++);
            if (!value.isEmpty())
                parts.append(QString(titleOf(key) % u' ' % value));
        }
        auto text = parts.isEmpty() ? u"The row"_s : parts.join(u", ");
        return name.second > 0 ? QString(text % u" (" % QString::number(name.second + 1) % u')') : text;
    }

    void compare(const RowName &name, const QStringList &then, const QStringList &now, QStringList &sentences) const
    {
        for (qsizetype i = 0; i < m_header.size(); ++i) {
            if (then.at(i) != now.at(i) && !isSameNumber(then.at(i), now.at(i)) && m_header.at(i) != u"caveat")
                sentences.append(u"%1: %2 was %3, is %4."_s.arg(
                    words(name), m_header.at(i), valueWords(then.at(i)), valueWords(now.at(i))));
        }
    }

    QStringList m_header;
    const TableSpec &m_table;
    std::map<RowName, QStringList> m_then;
    std::map<RowName, QStringList> m_now;
};

} // namespace

std::optional<QStringList> changedValues(const QByteArray &then, const QByteArray &now, const TableSpec &table)
{
    auto before = ownCsvRecords(then);
    auto after = ownCsvRecords(now);
    if (!before || !after)
        return std::nullopt;
    const auto withoutCaveat = [](std::vector<QStringList> &records) {
        if (records.front().last() != u"caveat")
            return;
        for (auto &record : records)
            record.removeLast();
    };
    withoutCaveat(*before);
    withoutCaveat(*after);
    if (before->front() != after->front())
        return std::nullopt;
    return ValueComparison(*before, *after, table).sentences();
}

} // namespace Decayscope
