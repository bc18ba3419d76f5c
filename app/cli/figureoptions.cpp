// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureoptions.h"

#include <CLI/CLI.hpp>
#include <publishing/figurenames.h>
#include <publishing/tokenprices.h>
#include <publishing/venuepresets.h>

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestInput = qint64{16} * 1024 * 1024;

/// Where the window looks for users' own venues as well.
QString venueFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/decayscope/venues"_s;
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (QFileInfo info(path); info.exists() && !info.isFile()) // A pipe would be waited for without end.
        return failure(ErrorKind::Refused, u"\"%1\" is no regular file."_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"\"%1\" cannot be opened: %2."_s.arg(path, file.errorString()));
    auto bytes = file.read(longestInput + 1);
    if (bytes.size() > longestInput)
        return failure(ErrorKind::Refused, u"\"%1\" is larger than 16 MB."_s.arg(path));
    return bytes;
}

std::vector<std::string> standardTexts(const QStringList &names)
{
    std::vector<std::string> texts;
    texts.reserve(static_cast<std::size_t>(names.size()));
    for (const auto &name : names)
        texts.push_back(name.toStdString());
    return texts;
}

std::vector<std::string> figureNames()
{
    std::vector<std::string> names;
    names.reserve(figureCatalogue().size());
    for (const auto &figure : figureCatalogue())
        names.push_back(figure.name.toStdString());
    return names;
}

std::string checkOverride(const std::string &word)
{
    const auto sign = word.find('=');
    const bool isSaid
        = sign != std::string::npos && sign > 0 && !QString::fromStdString(word.substr(sign + 1)).trimmed().isEmpty();
    return isSaid ? std::string() : "\"" + word + "\" must be RULE=REASON, such as text-size='a slide'";
}

constexpr auto shownGroup = "What is shown";
constexpr auto lookGroup = "How it is drawn";

} // namespace

std::vector<FigureOptions::Choice> FigureOptions::choices()
{
    std::vector<Choice> rows;
    const auto row = [&rows](const char *option, const char *help, const QStringList &names, auto set) {
        rows.push_back({.option = option, .help = help, .names = names, .set = set});
    };
    row("--metric", "Decay: A% or pass@1", {u"a"_s, u"pass"_s}, [](FigureRecipe &r, QStringView n) {
        r.request.metric = choiceNamed(n, metricChoices).value_or(r.request.metric);
    });
    row("--facet", "A panel each", namesOfChoices(facetChoices), [](FigureRecipe &r, QStringView n) {
        r.request.facet = choiceNamed(n, facetChoices).value_or(r.request.facet);
    });
    row("--chains", "Decay: all tasks of a level or matched chains", namesOfChoices(chainChoices),
        [](FigureRecipe &r, QStringView n) {
            r.request.chains = choiceNamed(n, chainChoices).value_or(r.request.chains);
        });
    row("--verifiers", "Whose verdicts count", namesOfChoices(verifierChoices), [](FigureRecipe &r, QStringView n) {
        r.request.verifiers = choiceNamed(n, verifierChoices).value_or(r.request.verifiers);
    });
    row("--group", "Taxonomy: what has a bar of its own", namesOfChoices(taxonomyChoices),
        [](FigureRecipe &r, QStringView n) {
            r.request.taxonomyBy = choiceNamed(n, taxonomyChoices).value_or(r.request.taxonomyBy);
        });
    row("--tokens", "Tokens: which, or what they cost", namesOfChoices(tokenChoices),
        [](FigureRecipe &r, QStringView n) {
            r.request.tokens = choiceNamed(n, tokenChoices).value_or(r.request.tokens);
        });
    row("--palette", "Colours of series", namesOfChoices(paletteChoices), [](FigureRecipe &r, QStringView n) {
        r.look.palette = choiceNamed(n, paletteChoices).value_or(r.look.palette);
    });
    row("--names", "Where the names of series stand", namesOfChoices(seriesNamesChoices),
        [](FigureRecipe &r, QStringView n) {
            r.look.names = choiceNamed(n, seriesNamesChoices).value_or(r.look.names);
        });
    row("--intervals", "How intervals are drawn", namesOfChoices(intervalChoices), [](FigureRecipe &r, QStringView n) {
        r.look.intervals = choiceNamed(n, intervalChoices).value_or(r.look.intervals);
    });
    return rows;
}

std::vector<FigureOptions::Number> FigureOptions::numbers()
{
    return {{"--width", "Width in inches", &FigureLook::width, 1, 40},
        {"--height", "Height in inches; default: in proportion", &FigureLook::height, 0.5, 40},
        {"--text-size", "Titles and names in points", &FigureLook::textSize, 4, 40},
        {"--tick-size", "Ticks and counts in points", &FigureLook::tickSize, 4, 40},
        {"--line-width", "Lines in points", &FigureLook::lineWidth, 0.1, 10},
        {"--marker-size", "Markers in points", &FigureLook::markerSize, 0.5, 20}};
}

std::vector<FigureOptions::Text> FigureOptions::texts()
{
    return {{"--font", "Family of the font", [](FigureRecipe &r, const QString &t) { r.look.font = t; }},
        {"--by", "The annotator, or of two the reference", [](FigureRecipe &r, const QString &t) { r.request.by = t; }},
        {"--against", "The other annotator", [](FigureRecipe &r, const QString &t) { r.request.against = t; }},
        {"--caption", "The caption; default: written by the program",
            [](FigureRecipe &r, const QString &t) { r.caption = t; }}};
}

std::vector<FigureOptions::Flag> FigureOptions::flags()
{
    return {{"--raw", "Verifiers do not count", [](FigureRecipe &r) { r.request.mode = ScoreMode::Raw; }},
        {"--published", "Adds marks of the published values", [](FigureRecipe &r) { r.request.publishedMarks = true; }},
        {"--pipeline-subset", "Subset: the 16 pipeline tasks",
            [](FigureRecipe &r) { r.request.pipelineSubset = true; }},
        {"--fine", "Taxonomy: kinds of logic errors", [](FigureRecipe &r) { r.request.fineTaxonomy = true; }},
        {"--title", "Draws the title", [](FigureRecipe &r) { r.look.title = true; }},
        {"--no-counts", "No n under the ticks", [](FigureRecipe &r) { r.look.counts = false; }},
        {"--no-markers", "Lines without markers", [](FigureRecipe &r) { r.look.markers = false; }},
        {"--no-dashes", "All lines are solid", [](FigureRecipe &r) { r.look.dashes = false; }},
        {"--anonymous", "The file does not tell who made it or where", [](FigureRecipe &r) { r.anonymous = true; }}};
}

void FigureOptions::declare(CLI::App &command)
{
    command.add_option("NAME", m_name, "The figure; see figure list")->check(CLI::IsMember(figureNames()));
    command.add_option("--recipe", m_recipeFile, "A recipe (*.dsfig) to begin with")->type_name("FILE");
    command.add_option("--prices", m_prices, "JSON: {model: {input, output}}, the price of a million tokens")
        ->type_name("FILE")
        ->group(shownGroup);
    command.add_option("--override", m_overrides, "Why a failing rule of the preflight does not matter: RULE=REASON")
        ->check(checkOverride)
        ->allow_extra_args(false);
    for (auto &choice : m_choices)
        choice.given = command.add_option(choice.option, choice.name, choice.help)
                           ->check(CLI::IsMember(standardTexts(choice.names)))
                           ->group(shownGroup);
    for (auto &text : m_texts)
        text.given = command.add_option(text.option, text.text, text.help)->group(shownGroup);
    for (auto &flag : m_flags)
        command.add_flag(flag.option, flag.isGiven, flag.help)->group(shownGroup);
    declareLook(command);
    m_filters.declare(command);
}

void FigureOptions::declareLook(CLI::App &command)
{
    command
        .add_option("--preset", m_preset, "Venue with widths and fonts: neurips, icml, icml-full, …; default: neurips")
        ->group(lookGroup);
    for (auto &number : m_numbers)
        number.given = command.add_option(number.option, number.value, number.help)
                           ->check(CLI::Range(number.minimum, number.maximum))
                           ->group(lookGroup);
}

Result<FigureRecipe> FigureOptions::recipe() const
{
    auto recipe = base();
    if (!recipe)
        return recipe;
    if (const auto named = takeName(*recipe); !named)
        return std::unexpected(named.error());
    if (const auto priced = takePrices(*recipe); !priced)
        return std::unexpected(priced.error());
    for (const auto &choice : m_choices) {
        if (choice.given->count() > 0)
            choice.set(*recipe, QString::fromStdString(choice.name));
    }
    for (const auto &text : m_texts) {
        if (text.given->count() > 0)
            text.set(*recipe, QString::fromStdString(text.text));
    }
    for (const auto &flag : m_flags) {
        if (flag.isGiven)
            flag.set(*recipe);
    }
    takeSizes(*recipe);
    takeOverrides(*recipe);
    if (const auto filter = m_filters.filter(); !filter.restrictsNothing())
        recipe->request.filter = filter;
    return recipe;
}

Result<FigureRecipe> FigureOptions::base() const
{
    FigureRecipe recipe;
    if (!m_recipeFile.empty()) {
        const auto path = QString::fromStdString(m_recipeFile);
        const auto document = bytesOf(path);
        auto read = document ? readRecipe(*document, path) : std::unexpected(document.error());
        if (!read)
            return read;
        recipe = std::move(*read);
    }
    if (m_recipeFile.empty() || !m_preset.empty()) {
        const auto presets = venuePresets(venueFolder());
        const auto preset = venuePreset(m_preset.empty() ? u"neurips"_s : QString::fromStdString(m_preset), presets);
        if (!preset)
            return failure(ErrorKind::InvalidInput, preset.error().message);
        recipe.look = preset->look;
    }
    return recipe;
}

Result<> FigureOptions::takeName(FigureRecipe &recipe) const
{
    const auto name = QString::fromStdString(m_name);
    if (recipe.figure.isEmpty())
        recipe.figure = name;
    if (recipe.figure.isEmpty())
        return failure(ErrorKind::InvalidInput, u"Name a figure, or a recipe with --recipe. See figure list."_s);
    if (!name.isEmpty() && name != recipe.figure)
        return failure(ErrorKind::InvalidInput,
            u"The recipe is of the figure \"%1\", not \"%2\". Leave the name out."_s.arg(recipe.figure, name));
    return {};
}

Result<> FigureOptions::takePrices(FigureRecipe &recipe) const
{
    if (m_prices.empty())
        return {};
    const auto path = QString::fromStdString(m_prices);
    const auto document = bytesOf(path);
    if (!document)
        return std::unexpected(document.error());
    auto prices = readTokenPrices(*document, path);
    if (!prices)
        return std::unexpected(std::move(prices.error()));
    recipe.request.prices = std::move(*prices);
    return {};
}

/// A width without a height keeps the proportions.
void FigureOptions::takeSizes(FigureRecipe &recipe) const
{
    const auto shape = recipe.look.height / recipe.look.width;
    bool isWidthGiven = false;
    bool isHeightGiven = false;
    for (const auto &number : m_numbers) {
        if (number.given->count() == 0)
            continue;
        recipe.look.*number.field = number.value;
        isWidthGiven |= number.field == &FigureLook::width;
        isHeightGiven |= number.field == &FigureLook::height;
    }
    if (isWidthGiven && !isHeightGiven)
        recipe.look.height = std::clamp(recipe.look.width * shape, 0.5, 40.0);
}

void FigureOptions::takeOverrides(FigureRecipe &recipe) const
{
    for (const auto &word : m_overrides) {
        const auto text = QString::fromStdString(word);
        const auto sign = text.indexOf(u'=');
        recipe.overrides.insert_or_assign(text.first(sign).trimmed(), text.sliced(sign + 1).trimmed());
    }
}

} // namespace Decayscope
