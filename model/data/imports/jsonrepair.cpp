// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsontext.h"
#include "runfiles.h"

#include <algorithm>
#include <cstring>

namespace Decayscope {

namespace {

constexpr qsizetype longestWhole = 18; // digits that fit into 64 bits
constexpr qsizetype longestReal = 300;
constexpr qsizetype longestExponent = 2;
constexpr QByteArrayView replacementEscape{"\\ufffd"};

/// Whether a number may be too large for 64 bits or a double.
bool isOutOfReach(QByteArrayView number)
{
    const auto exponent = std::max(number.lastIndexOf('e'), number.lastIndexOf('E'));
    if (exponent >= 0) {
        const auto power = number.sliced(exponent + 1);
        const auto digits = power.size() - (power.startsWith('-') || power.startsWith('+') ? 1 : 0);
        return digits > longestExponent || number.size() > longestReal;
    }
    return number.size() > (number.contains('.') ? longestReal : longestWhole);
}

/// Mends a text in place, byte for byte, so that positions stay what they were.
class Repair
{
public:
    explicit Repair(QByteArrayView text);
    RepairedJson run();

private:
    void string();
    void escape();
    void unicodeEscape();
    void scalar();
    void multibyte();
    [[nodiscard]] int hexAt(qsizetype at) const;
    [[nodiscard]] qsizetype sequenceLength() const;

    void spoil(char replacement)
    {
        m_data[m_at++] = replacement;
        m_result.wasJson = false;
    }

    RepairedJson m_result;
    char *m_data = nullptr;
    qsizetype m_size = 0;
    qsizetype m_at = 0;
};

Repair::Repair(QByteArrayView text)
    : m_size(text.size())
{
    m_result.bytes = roomFor(m_size);
    m_result.bytes.append(text);
    m_data = m_result.bytes.data();
}

RepairedJson Repair::run()
{
    while (m_at < m_size) {
        const auto c = m_data[m_at];
        if (c == '"')
            string();
        else if (QByteArrayView("NI-+.0123456789").contains(c))
            scalar();
        else if (static_cast<uchar>(c) >= 0x80)
            multibyte();
        else
            ++m_at;
    }
    return std::move(m_result);
}

void Repair::string()
{
    ++m_at;
    while (m_at < m_size && m_data[m_at] != '"') {
        const auto c = static_cast<uchar>(m_data[m_at]);
        if (c == '\\')
            escape();
        else if (c < 0x20)
            spoil(' ');
        else if (c >= 0x80)
            multibyte();
        else
            ++m_at;
    }
    ++m_at;
}

void Repair::escape()
{
    const auto next = m_at + 1 < m_size ? m_data[m_at + 1] : '\0';
    if (next == 'u')
        unicodeEscape();
    else if (next != '\0' && QByteArrayView("\"\\/bfnrt").contains(next))
        m_at += 2;
    else
        spoil('?');
}

void Repair::unicodeEscape()
{
    const auto unit = hexAt(m_at);
    if (unit < 0)
        return spoil('?');
    const auto isHigh = unit >= 0xD800 && unit < 0xDC00;
    const auto isLow = unit >= 0xDC00 && unit < 0xE000;
    if (isHigh) {
        const auto second = hexAt(m_at + 6);
        if (second >= 0xDC00 && second < 0xE000) {
            m_at += 12;
            return;
        }
    }
    if (isHigh || isLow)
        std::memcpy(m_data + m_at, replacementEscape.data(), static_cast<std::size_t>(replacementEscape.size()));
    m_at += 6;
}

/// The code unit of the escape `\uXXXX` at a place, or -1 where none stands.
int Repair::hexAt(qsizetype at) const
{
    if (at + 6 > m_size || m_data[at] != '\\' || m_data[at + 1] != 'u')
        return -1;
    bool isHex = false;
    const auto digits = QByteArrayView(m_data + at + 2, 4);
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); };
    const auto unit = digits.toInt(&isHex, 16);
    return isHex && std::ranges::all_of(digits, isDigit) ? unit : -1;
}

/// NaN, the infinities and numbers beyond a parser's reach become 0: nothing here counts with them.
void Repair::scalar()
{
    const auto start = m_at;
    const auto goesOn = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-'
            || c == '.';
    };
    while (m_at < m_size && goesOn(m_data[m_at]))
        ++m_at;
    const QByteArrayView token(m_data + start, m_at - start);
    const auto isNamed = token == "NaN" || token == "Infinity" || token == "-Infinity";
    const auto isNumber = std::ranges::all_of(
        token, [](char c) { return (c >= '0' && c <= '9') || QByteArrayView("+-.eE").contains(c); });
    if (!isNamed && !(isNumber && isOutOfReach(token)))
        return;
    std::fill(m_data + start, m_data + m_at, ' ');
    m_data[start] = '0';
}

/// Bytes that are no UTF-8 become question marks.
void Repair::multibyte()
{
    const auto length = sequenceLength();
    if (length > 0)
        m_at += length;
    else
        spoil('?');
}

/// Of the well-formed UTF-8 sequence at this place; 0 where there is none (Unicode, table 3-7).
qsizetype Repair::sequenceLength() const
{
    const auto byte
        = [this](qsizetype i) { return m_at + i < m_size ? static_cast<uchar>(m_data[m_at + i]) : uchar(0); };
    const auto lead = byte(0);
    const qsizetype length = lead >= 0xC2 && lead <= 0xDF ? 2
        : lead >= 0xE0 && lead <= 0xEF                    ? 3
        : lead >= 0xF0 && lead <= 0xF4                    ? 4
                                                          : 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    }
    const auto second = byte(1);
    const auto isBad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
        || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return isBad ? 0 : length;
}

} // namespace

RepairedJson repairedJson(QByteArrayView text)
{
    return Repair(text).run();
}

} // namespace Decayscope
