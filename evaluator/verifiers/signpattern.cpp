// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signpattern.h"

#include "textscan.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace Decayscope {

namespace {

using Kind = SignPiece::Kind;
using RowBits = std::uint32_t;

std::optional<std::size_t> afterAnyCase(std::string_view text, std::size_t at, std::string_view word)
{
    for (const char letter : word) {
        if (at >= text.size())
            return std::nullopt;
        const auto character = codePointAt(text, at);
        if (foldedToAscii(character.value) != static_cast<char32_t>(letter))
            return std::nullopt;
        at += character.length;
    }
    return at;
}

std::optional<std::size_t> afterOneOf(std::string_view text, std::size_t at, std::string_view characters)
{
    if (at >= text.size() || !characters.contains(text[at]))
        return std::nullopt;
    return at + 1;
}

std::size_t afterDriver(std::string_view text, std::size_t at)
{
    if (!startsWithAt(text, at, "+"))
        return at;
    const auto end = skipWord(text, at + 1);
    return end > at + 1 ? end : at;
}

/// Where the piece ends that begins at a byte, if it is there.
std::optional<std::size_t> afterPiece(std::string_view text, std::size_t at, const SignPiece &piece)
{
    switch (piece.kind) {
    case Kind::End:
        return at;
    case Kind::Exact:
        return startsWithAt(text, at, piece.text) ? std::optional(at + piece.text.size()) : std::nullopt;
    case Kind::AnyCase:
        return afterAnyCase(text, at, piece.text);
    case Kind::MaybeAnyCase:
        return afterAnyCase(text, at, piece.text).value_or(at);
    case Kind::Spaces: {
        const auto end = skipSpaces(text, at);
        return end > at ? std::optional(end) : std::nullopt;
    }
    case Kind::MaybeSpaces:
        return skipSpaces(text, at);
    case Kind::Quote:
        return afterOneOf(text, at, "'\"");
    case Kind::Assignment:
        return afterOneOf(text, at, ":=");
    case Kind::MaybeDriver:
        return afterDriver(text, at);
    }
    return std::nullopt;
}

bool matchesAt(std::string_view text, std::size_t at, const SignPattern &pattern)
{
    if (pattern.afterSpace && at > 0 && !isSpaceBefore(text, at))
        return false;
    for (const auto &piece : pattern.pieces) {
        if (piece.kind == Kind::End)
            break;
        const auto end = afterPiece(text, at, piece);
        if (!end)
            return false;
        at = *end;
    }
    return true;
}

/// The first byte in UTF-8 of the letters outside ASCII that fold into a letter; 0 where there are none.
unsigned char foreignLeadOf(char letter)
{
    return letter == 'i' ? 0xC4 : letter == 's' ? 0xC5 : letter == 'k' ? 0xE2 : 0;
}

/// Whether a piece with a text can have a byte as its first or second; one outside ASCII stands in for any letter.
bool canHold(const SignPiece &piece, std::size_t index, unsigned char byte)
{
    const auto letter = static_cast<char32_t>(piece.text[index]);
    if (piece.kind == Kind::Exact)
        return letter == byte;
    return byte >= 0x80 ? index > 0 || byte == foreignLeadOf(piece.text[index]) : foldedToAscii(byte) == letter;
}

/// Which rows can begin with a pair of bytes. Nearly all places of a text are none of them.
class PairFilter
{
public:
    explicit PairFilter(std::span<const SignPattern> table)
    {
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto &pieces = table[row].pieces;
            const bool isQuoted = pieces[0].kind == Kind::Quote;
            const auto &word = isQuoted ? pieces[1] : pieces[0];
            Q_ASSERT(word.text.size() > 1);
            for (unsigned value = 0; value < m_first.size(); ++value) {
                const auto byte = static_cast<unsigned char>(value);
                const bool isFirst = isQuoted ? byte == '\'' || byte == '"' : canHold(word, 0, byte);
                const bool isSecond = canHold(word, isQuoted ? 0 : 1, byte);
                m_first.at(value) |= isFirst ? RowBits{1} << row : RowBits{0};
                m_second.at(value) |= isSecond ? RowBits{1} << row : RowBits{0};
            }
        }
    }

    [[nodiscard]] RowBits rowsAt(std::string_view text, std::size_t at) const
    {
        return m_first[static_cast<unsigned char>(text[at])] & m_second[static_cast<unsigned char>(text[at + 1])];
    }

private:
    std::array<RowBits, 256> m_first{};
    std::array<RowBits, 256> m_second{};
};

RowBits rowsOfLabel(std::span<const SignPattern> table, std::string_view label)
{
    RowBits rows = 0;
    for (std::size_t row = 0; row < table.size(); ++row)
        rows |= table[row].label == label ? RowBits{1} << row : RowBits{0};
    return rows;
}

bool isLockFile(const PatchedFile &file)
{
    constexpr std::array<std::string_view, 3> names{"package-lock.json", "yarn.lock", "pnpm-lock.yaml"};
    return std::ranges::contains(names, file.name());
}

} // namespace

AddedCode::AddedCode(const PatchText &patch)
{
    for (const auto &file : patch.files) {
        if (isLockFile(file))
            continue;
        if (!m_parts.empty())
            m_text += '\n';
        m_parts.push_back({m_text.size(), &file});
        m_text += file.added;
    }
}

Sign AddedCode::signAt(std::size_t offset, const char *label) const
{
    const auto after = std::ranges::upper_bound(m_parts, offset, {}, &Part::begin);
    Sign sign{QString::fromLatin1(label), {}, 0};
    if (after == m_parts.begin())
        return sign;
    const auto &part = *std::prev(after);
    sign.file = textOf(part.file->path);
    sign.line = part.file->lineAt(offset - part.begin);
    return sign;
}

std::vector<Sign> findSigns(const AddedCode &code, std::span<const SignPattern> table)
{
    Q_ASSERT(table.size() <= 32);
    const auto text = code.text();
    const PairFilter filter(table);
    std::vector<std::optional<std::size_t>> places(table.size());
    auto open = static_cast<RowBits>((std::uint64_t{1} << table.size()) - 1);
    for (std::size_t at = 0; at + 1 < text.size() && open != 0; ++at) {
        for (auto rows = filter.rowsAt(text, at) & open; rows != 0; rows &= rows - 1) {
            const auto row = static_cast<std::size_t>(std::countr_zero(rows));
            if (!matchesAt(text, at, table[row]))
                continue;
            places[row] = at;
            open &= ~rowsOfLabel(table, table[row].label);
            rows &= open | (RowBits{1} << row);
        }
    }
    std::vector<Sign> found;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (places[row])
            found.push_back(code.signAt(*places[row], table[row].label));
    }
    return found;
}

QStringList labelsOf(const std::vector<Sign> &found)
{
    QStringList labels;
    for (const auto &sign : found)
        labels.append(sign.label);
    return labels;
}

} // namespace Decayscope
