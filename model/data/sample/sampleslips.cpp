// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleslips.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

struct SlipRow
{
    SampleSlip::Sign sign;
    const char *path; ///< Ends the path without its suffix.
    std::array<const char *, 2> python; ///< Wrong, right.
    std::array<const char *, 2> node;
};

using enum SampleSlip::Sign;

constexpr std::array rows{
    SlipRow{Refused, "main", {"8000", "8080"}, {"", ""}},
    SlipRow{Refused, "server", {"", ""}, {"3000", "8080"}},
    SlipRow{Trace, "/entities", {"lowercase()", "lower()"}, {"lower()", "toLowerCase()"}},
    SlipRow{WrongName, "/articles", {"articles_count", "articlesCount"}, {"articles_count", "articlesCount"}},
    SlipRow{WrongName, "/comments", {"{\"comment_list\"", "{\"comments\""}, {"{ comment_list:", "{ comments:"}},
    SlipRow{WrongName, "/tags", {"{\"tag_list\"", "{\"tags\""}, {"{ tag_list:", "{ tags:"}},
};

} // namespace

std::vector<SampleSlip> sampleSlips(const SampleProject &project, const std::vector<SampleSource> &sources)
{
    std::vector<SampleSlip> slips;
    for (const auto &row : rows) {
        const QByteArray wrong(project.isPython ? row.python[0] : row.node[0]);
        const QByteArray right(project.isPython ? row.python[1] : row.node[1]);
        const bool isOfFeature = row.sign == WrongName && QByteArrayView(row.path) != "/articles";
        if (right.isEmpty() || (isOfFeature && project.feature.isEmpty()))
            continue;
        const auto end = QString(QLatin1StringView(row.path) % (project.isPython ? u".py" : u".js"));
        const auto found = std::ranges::find_if(sources, [&](const SampleSource &source) {
            return source.path.endsWith(end) && source.text.count(right) == 1 && !source.text.contains(wrong);
        });
        if (found != sources.end())
            slips.push_back({row.sign, found->path, wrong, right});
    }
    return slips;
}

std::vector<SampleSource> withSlips(std::vector<SampleSource> sources, const std::vector<SampleSlip> &slips)
{
    for (const auto &slip : slips) {
        const auto found = std::ranges::find(sources, slip.path, &SampleSource::path);
        if (found != sources.end())
            found->text.replace(slip.right, slip.wrong);
    }
    return sources;
}

} // namespace Decayscope
