// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureparts.h"

#include <CLI/CLI.hpp>
#include <figures/figurecatalogue.h>
#include <publishing/venuepresets.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

/// `figure list`: the figures there are, and the venues.
class FigureList : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("list", "Lists the figures and the venues");
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &, Console &console) override
    {
        const auto venues = venuePresets();
        if (console.wantsJson())
            console.answer(ordered_json{{"figures", figuresJson()}, {"venues", venuesJson(venues)}});
        else
            console.answer(text(venues));
        return ExitStatus::Done;
    }

private:
    static ordered_json figuresJson()
    {
        auto list = ordered_json::array();
        for (const auto &figure : figureCatalogue())
            list.push_back({{"name", jsonText(figure.name)}, {"title", jsonText(figure.title)},
                {"description", jsonText(figure.description)}, {"of_labels", figure.isOfLabels}});
        return list;
    }

    static ordered_json venuesJson(const std::vector<VenuePreset> &venues)
    {
        auto list = ordered_json::array();
        for (const auto &venue : venues)
            list.push_back({{"id", jsonText(venue.id)}, {"title", jsonText(venue.title)}, {"width", venue.look.width},
                {"height", venue.look.height}, {"font", jsonText(venue.look.font)}});
        return list;
    }

    static QString text(const std::vector<VenuePreset> &venues)
    {
        QStringList lines{u"Figures:"_s};
        for (const auto &figure : figureCatalogue())
            lines.append(QString(u"  " % figure.name.leftJustified(20) % figure.description));
        lines.append(u"Venues:"_s);
        for (const auto &venue : venues)
            lines.append(u"  %1%2, %3 × %4 in, %5"_s.arg(venue.id.leftJustified(20), venue.title,
                QString::number(venue.look.width), QString::number(venue.look.height), venue.look.font));
        return lines.join(u'\n');
    }

    CLI::App *m_command = nullptr;
};

} // namespace

std::unique_ptr<Verb> makeFigureList()
{
    return std::make_unique<FigureList>();
}

} // namespace Decayscope
