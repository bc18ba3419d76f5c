// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>
#include <domain/runbundle.h>

#include <vector>

namespace Decayscope {

/// A line of an exchange as a reader sees it.
struct ExchangeLine
{
    enum class Kind : quint8 {
        Heading, ///< What comes below.
        Start, ///< Method and address, or the status.
        Header,
        Body,
        Passed, ///< A check that holds.
        Failed,
        Note ///< Words of this program, such as how much was cut.
    };

    Kind kind = Kind::Body;
    QString text; ///< One line, without anything that a text view would obey.

    bool operator==(const ExchangeLine &) const = default;
};

/// The checks, the request and the answer as they went over the wire, JSON broken into lines, cut where it is endless.
[[nodiscard]] std::vector<ExchangeLine> exchangeLines(const HttpExchange &exchange);

/// What the checks found, in the form of a report.
[[nodiscard]] RequestResult reportOf(const HttpExchange &exchange);

/// "expected 200, was 404".
[[nodiscard]] QString checkMessage(const CheckResult &check);

} // namespace Decayscope
