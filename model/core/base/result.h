// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>
#include <utility>

namespace Decayscope {

/// What went wrong, as far as a caller may act on it.
enum class ErrorKind {
    Cancelled, ///< The user asked to stop; never shown as an error.
    InvalidInput, ///< The input is there but is not what it should be.
    NotFound, ///< A named thing does not exist.
    Unreadable, ///< A file cannot be opened, read or written.
    Refused, ///< Input that could do harm: a path that climbs out, an archive bomb, a link.
    Damaged, ///< A store or file that fails its own checks.
    TooNew, ///< Written by a newer Decayscope.
    Busy, ///< Somebody else holds it beyond the time-out.
    ReadOnly, ///< It may be read but not changed.
    Internal ///< A fault of this program.
};

/// A failure as a value: a kind for the program, a sentence for the reader, evidence for the log.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< Whole sentences: what failed, where, and what helps.
    QString evidence; ///< The raw cause, such as the database's or system's own words. May be empty.

    bool operator==(const Error &) const = default;
};

template <typename T = void>
using Result = std::expected<T, Error>;

/// The failed branch of any Result: `return failure(ErrorKind::NotFound, "…");`
[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, QString message, QString evidence = {})
{
    return std::unexpected(Error{kind, std::move(message), std::move(evidence)});
}

[[nodiscard]] inline std::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
}

} // namespace Decayscope
