// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "patchtext.h"

#include <QString>
#include <QStringList>

#include <array>
#include <span>

namespace Decayscope {

/// A trace that a database or ORM leaves in code, and the first place of it.
struct Sign
{
    QString label; ///< The study's, such as "dep:better-sqlite3".
    QString file;
    int line = 0; ///< 1-based in the file after the patch; 0 where it has none there.

    bool operator==(const Sign &) const = default;
};

/// All added lines of a patch but those of lock files, file after file, joined by line feeds as in the study: a sign
/// may begin at the end of one file and end in the next. It refers to the patch, which must outlive it.
class AddedCode
{
public:
    explicit AddedCode(const PatchText &patch);

    [[nodiscard]] std::string_view text() const { return m_text; }
    /// A sign of that label at a byte of the text.
    [[nodiscard]] Sign signAt(std::size_t offset, const char *label) const;

private:
    struct Part
    {
        std::size_t begin = 0;
        const PatchedFile *file = nullptr;
    };

    std::string m_text;
    std::vector<Part> m_parts;
};

/// One element of a sign's pattern. Each takes all it can and gives nothing back, which suits these patterns and keeps
/// the search linear.
struct SignPiece
{
    enum class Kind : quint8 {
        End, ///< The pattern is over.
        Exact, ///< The text itself.
        AnyCase, ///< The text in upper or lower case; it is given in lower case.
        MaybeAnyCase, ///< The same, or nothing.
        Spaces, ///< One white-space character or more.
        MaybeSpaces,
        Quote, ///< ' or ".
        Assignment, ///< : or =.
        MaybeDriver, ///< + and a word, or nothing.
    };

    Kind kind = Kind::End;
    std::string_view text;
};

/// How a sign is recognised. Rows of one label are alternatives. A row begins with a text of two letters or more, or
/// with a quote and such a text.
struct SignPattern
{
    const char *label = nullptr;
    std::array<SignPiece, 8> pieces;
    bool afterSpace = false; ///< It must stand at the start of a line or after white space.
};

namespace SignPieces {

constexpr SignPiece exact(std::string_view text)
{
    return {SignPiece::Kind::Exact, text};
}
constexpr SignPiece anyCase(std::string_view text)
{
    return {SignPiece::Kind::AnyCase, text};
}
constexpr SignPiece maybeAnyCase(std::string_view text)
{
    return {SignPiece::Kind::MaybeAnyCase, text};
}
constexpr SignPiece spaces{SignPiece::Kind::Spaces, {}};
constexpr SignPiece maybeSpaces{SignPiece::Kind::MaybeSpaces, {}};
constexpr SignPiece quote{SignPiece::Kind::Quote, {}};
constexpr SignPiece assignment{SignPiece::Kind::Assignment, {}};
constexpr SignPiece maybeDriver{SignPiece::Kind::MaybeDriver, {}};

} // namespace SignPieces

/// The signs found, one a label, in the order of the table, each at its first place. The table has at most 32 rows, and
/// rows of one label stand together.
[[nodiscard]] std::vector<Sign> findSigns(const AddedCode &code, std::span<const SignPattern> table);

/// The labels alone.
[[nodiscard]] QStringList labelsOf(const std::vector<Sign> &found);

} // namespace Decayscope
