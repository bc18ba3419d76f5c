// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelnews.h"

#include <store/labelstore.h>
#include <store/transaction.h>

namespace Decayscope {

namespace {

/// Nothing was taken away since: as many are the same ones.
template <typename Rows>
Result<> takeIfMore(Result<std::vector<Rows>> read, std::vector<Rows> &rows, qsizetype &known)
{
    if (!read)
        return std::unexpected(std::move(read.error()));
    if (std::ssize(*read) != std::exchange(known, std::ssize(*read)))
        rows = *std::move(read);
    return {};
}

} // namespace

Result<LabelNews> readLabelNews(Connection &connection, const LabelMark &since)
{
    return readAtOnce(connection, [&]() -> Result<LabelNews> {
        auto stored = readLabelEvents(connection, since.row);
        if (!stored)
            return std::unexpected(std::move(stored.error()));
        LabelNews news{.events = std::move(stored->events), .samples = {}, .codebooks = {}, .mark = since};
        news.mark.row = stored->lastRow;
        auto done = takeIfMore(readSamples(connection), news.samples, news.mark.samples).and_then([&] {
            return takeIfMore(readCodebooks(connection), news.codebooks, news.mark.codebooks);
        });
        if (!done)
            return std::unexpected(std::move(done.error()));
        return news;
    });
}

} // namespace Decayscope
