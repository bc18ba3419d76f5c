// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvrows.h"

namespace Decayscope {

namespace {

/// Reads a text from its beginning to its end, once.
class CsvScanner
{
public:
    explicit CsvScanner(QByteArrayView text)
        : m_text(text)
    { }

    std::vector<CsvRow> rows()
    {
        std::vector<CsvRow> rows;
        while (m_place < m_text.size()) {
            auto row = this->row();
            if (row.cells.size() > 1 || !row.cells.front().isEmpty() || row.isBroken)
                rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    CsvRow row()
    {
        CsvRow row{.line = m_line, .cells = {}};
        for (;;) {
            row.cells.append(cell(row));
            if (m_place >= m_text.size())
                return row;
            const auto end = m_text[m_place++];
            if (end == ',')
                continue;
            if (end == '\r' && m_place < m_text.size() && m_text[m_place] == '\n')
                ++m_place;
            ++m_line;
            return row;
        }
    }

    QString cell(CsvRow &row)
    {
        QByteArray bytes;
        if (m_place < m_text.size() && m_text[m_place] == '"')
            bytes = quoted(row);
        const auto begin = m_place;
        while (m_place < m_text.size() && m_text[m_place] != ',' && m_text[m_place] != '\n' && m_text[m_place] != '\r')
            ++m_place;
        bytes += m_text.sliced(begin, m_place - begin);
        return QString::fromUtf8(bytes);
    }

    QByteArray quoted(CsvRow &row)
    {
        QByteArray bytes;
        for (++m_place; m_place < m_text.size(); ++m_place) {
            const auto byte = m_text[m_place];
            if (byte == '"') {
                if (m_place + 1 >= m_text.size() || m_text[m_place + 1] != '"') {
                    ++m_place;
                    row.isBroken = row.isBroken || isInWord();
                    return bytes;
                }
                ++m_place;
            }
            m_line += byte == '\n' ? 1 : 0;
            bytes += byte;
        }
        row.isBroken = true;
        return bytes;
    }

    [[nodiscard]] bool isInWord() const
    {
        return m_place < m_text.size() && m_text[m_place] != ',' && m_text[m_place] != '\n' && m_text[m_place] != '\r';
    }

    const QByteArrayView m_text;
    qsizetype m_place = 0;
    int m_line = 1;
};

} // namespace

std::vector<CsvRow> csvRows(QByteArrayView utf8)
{
    static constexpr QByteArrayView mark("\xEF\xBB\xBF");
    if (utf8.startsWith(mark))
        utf8 = utf8.sliced(mark.size());
    return CsvScanner(utf8).rows();
}

QByteArray csvRowBytes(const QStringList &cells)
{
    QByteArray line;
    for (const auto &cell : cells) {
        if (!line.isEmpty() || &cell != &cells.front())
            line += ',';
        auto bytes = cell.toUtf8();
        const auto mustBeQuoted
            = bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r');
        if (mustBeQuoted)
            line += '"' + bytes.replace("\"", "\"\"") + '"';
        else
            line += bytes;
    }
    return line + "\r\n";
}

QString spreadsheetText(const QString &cell)
{
    static constexpr QStringView beginnings = u"=+-@\t\r";
    return !cell.isEmpty() && beginnings.contains(cell.front()) ? u'\'' + cell : cell;
}

} // namespace Decayscope
