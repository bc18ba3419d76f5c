// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureoptions.h"
#include "figureparts.h"
#include "labelsparts.h"
#include "outputfile.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <figures/figuretable.h>
#include <figures/tablewriters.h>
#include <printing/figureprinter.h>
#include <printing/preflight.h>
#include <publishing/caption.h>
#include <publishing/recipefigure.h>
#include <workspace/workspace.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

constexpr std::pair<PreflightResult, const char *> resultNames[]{{PreflightResult::Passed, "passed"},
    {PreflightResult::Warning, "warning"}, {PreflightResult::Failed, "failed"},
    {PreflightResult::Overridden, "overridden"}};

std::string resultName(PreflightResult result)
{
    const auto *found = std::ranges::find(resultNames, result, &std::pair<PreflightResult, const char *>::first);
    return found == std::end(resultNames) ? std::string() : found->second;
}

ordered_json toJson(const std::vector<PreflightFinding> &findings)
{
    auto list = ordered_json::array();
    for (const auto &finding : findings)
        list.push_back({{"rule", jsonText(finding.rule)}, {"result", resultName(finding.result)},
            {"message", jsonText(finding.message)}});
    return list;
}

std::size_t pointsOf(const FigureSpec &figure)
{
    std::size_t count = 0;
    for (const auto &series : figure.series)
        count += series.points.size();
    return count;
}

/// `figure NAME`, and the commands below it.
class FigureVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("figure", "Makes a figure for a paper, or verifies one");
        m_command->require_subcommand(0, 1);
        for (const auto &part : m_parts)
            part->declare(*m_command);
        m_command->add_option("-o,--output", m_output, "The file: .pdf, .svg or .png, or .dsfig for the recipe alone")
            ->type_name("FILE");
        m_command->add_flag("--data", m_data, "Also writes the values beside it, as .csv");
        m_command->add_flag("--tex", m_tex, "Also writes what a paper's source says to show it, as .tex");
        m_options.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] bool paints() const override
    {
        return std::ranges::none_of(m_parts, [](const auto &part) { return part->wasChosen(); });
    }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto chosen = std::ranges::find_if(m_parts, [](const auto &part) { return part->wasChosen(); });
        return chosen == m_parts.end() ? make(context, console) : (*chosen)->run(context, console);
    }

private:
    [[nodiscard]] ExitStatus make(const VerbContext &context, Console &console)
    {
        auto recipe = m_options.recipe();
        if (!recipe)
            return failed(recipe.error(), console);
        const auto output = QString::fromStdString(m_output);
        const bool isRecipe = output.endsWith(u".dsfig", Qt::CaseInsensitive);
        if (!isRecipe && !figureFormatOf(output))
            return failed(
                {.kind = ErrorKind::InvalidInput,
                    .message = u"Say with -o where to write the figure: a .pdf, .svg or .png file, or .dsfig."_s,
                    .evidence = {}},
                console);
        const auto study = readSnapshot(context.store);
        if (!study) {
            console.fail(study.error());
            return statusOf(study.error());
        }
        auto labels = labelsOfStore(context, console);
        if (!labels)
            return labels.error();
        recipe->request.labels = std::make_shared<const LabelBook>(std::move(*labels));
        const auto figure = figureOfRecipe(*recipe, *study);
        if (!figure)
            return failed(figure.error(), console);
        return isRecipe ? saveRecipe(*recipe, *figure, output, console)
                        : print(*recipe, *figure, *study, output, console);
    }

    [[nodiscard]] ExitStatus saveRecipe(
        const FigureRecipe &recipe, const FigureSpec &figure, const QString &output, Console &console) const
    {
        return finish({{output, recipeDocument(recipe)}}, figure, {}, console);
    }

    [[nodiscard]] ExitStatus print(const FigureRecipe &recipe, const FigureSpec &figure, const StudySnapshot &study,
        const QString &output, Console &console) const
    {
        const auto format = figureFormatOf(output).value_or(FigureFormat::Pdf);
        const auto program = u"decayscope %1"_s.arg(QLatin1StringView(DECAYSCOPE_VERSION));
        auto bytes = exportedFigure(figure, recipe, study, format, program, exportTime());
        if (!bytes)
            return failed(bytes.error(), console);
        const auto seen = seenFigure(figure, recipe.view);
        const auto findings = preflight(seen, recipe, format == FigureFormat::Pdf ? *bytes : QByteArray());
        if (!mayExport(findings))
            return refuse(seen, findings, console);
        return finish(files(recipe, seen, output, *bytes), seen, findings, console);
    }

    [[nodiscard]] std::vector<OutputFile> files(
        const FigureRecipe &recipe, const FigureSpec &seen, const QString &output, const QByteArray &bytes) const
    {
        std::vector<OutputFile> files{{output, bytes}};
        if (m_data)
            files.push_back({besideOf(output, u".csv"), writeTable(tableOfFigure(seen), TableFormat::Csv)});
        const auto caption = recipe.caption.isEmpty() ? captionText(seen) : recipe.caption;
        if (m_tex)
            files.push_back({besideOf(output, u".tex"), texSnippet(seen, output, recipe.look.width, caption).toUtf8()});
        return files;
    }

    /// Says what the preflight found; nothing is written.
    static ExitStatus refuse(
        const FigureSpec &figure, const std::vector<PreflightFinding> &findings, const Console &console)
    {
        console.fail({.kind = ErrorKind::InvalidInput,
            .message = u"The figure is not written: it does not pass the preflight. Change it, or give a reason with "
                       "--override RULE=REASON."_s,
            .evidence = {}});
        for (const auto &finding : findings) {
            if (finding.result == PreflightResult::Failed)
                console.fail({.kind = ErrorKind::InvalidInput,
                    .message = QString(finding.rule % u": " % finding.message),
                    .evidence = {}});
        }
        if (console.wantsJson())
            console.answer(ordered_json{{"figure", jsonText(figure.name)}, {"file", nullptr},
                {"points", pointsOf(figure)}, {"preflight", toJson(findings)}});
        return ExitStatus::Findings;
    }

    [[nodiscard]] static ExitStatus finish(const std::vector<OutputFile> &files, const FigureSpec &figure,
        const std::vector<PreflightFinding> &findings, Console &console)
    {
        for (const auto &file : files) {
            if (wasInterrupted())
                return ExitStatus::Cancelled;
            if (const auto written = writeOutput(file); !written)
                return failed(written.error(), console);
        }
        for (const auto &finding : findings) {
            if (finding.result == PreflightResult::Warning)
                console.warn(QString(finding.rule % u": " % finding.message));
        }
        tell(files, figure, findings, console);
        return ExitStatus::Done;
    }

    static void tell(const std::vector<OutputFile> &files, const FigureSpec &figure,
        const std::vector<PreflightFinding> &findings, const Console &console)
    {
        if (console.wantsJson()) {
            console.answer(ordered_json{{"figure", jsonText(figure.name)}, {"file", jsonText(files.front().path)},
                {"points", pointsOf(figure)}, {"preflight", toJson(findings)}});
            return;
        }
        QStringList paths;
        for (const auto &file : files)
            paths.append(file.path);
        const auto points = pointsOf(figure);
        console.answer(u"%1 written: %2 (%3 %4)"_s.arg(figure.name, paths.join(u", "))
                .arg(points)
                .arg(points == 1 ? u"point"_s : u"points"_s));
    }

    static std::vector<std::unique_ptr<Verb>> parts()
    {
        std::vector<std::unique_ptr<Verb>> parts;
        parts.push_back(makeFigureVerify());
        parts.push_back(makeFigureList());
        return parts;
    }

    CLI::App *m_command = nullptr;
    std::vector<std::unique_ptr<Verb>> m_parts = parts();
    FigureOptions m_options;
    std::string m_output;
    bool m_data = false;
    bool m_tex = false;
};

} // namespace

std::unique_ptr<Verb> makeFigureVerb()
{
    return std::make_unique<FigureVerb>();
}

} // namespace Decayscope
