// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureparts.h"
#include "labelsparts.h"

#include <CLI/CLI.hpp>
#include <figurefiles/figurefile.h>
#include <workspace/workspace.h>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

/// `figure verify`: whether the store still gives a figure.
class FigureVerify : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("verify", "Whether the study still gives an exported figure");
        m_command->add_option("FILE", m_file, "The figure: a .pdf, .svg or .png that was exported")->required();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto file = QString::fromStdString(m_file);
        const auto payload = readFigureFile(file);
        if (!payload)
            return refused(payload.error(), console);
        const auto study = readSnapshot(context.store);
        if (!study) {
            console.fail(study.error());
            return statusOf(study.error());
        }
        auto labels = labelsOfStore(context, console);
        if (!labels)
            return labels.error();
        const auto verdict
            = verifyFigure(*payload, *study, std::make_shared<const LabelBook>(std::move(*labels)), file);
        if (!verdict)
            return refused(verdict.error(), console);
        tell(file, *verdict, console);
        return verdict->matches() ? ExitStatus::Done : ExitStatus::Findings;
    }

private:
    static ExitStatus refused(const Error &error, const Console &console)
    {
        console.fail(error);
        return ExitStatus::Partly;
    }

    static QStringList differencesOf(const FigureVerdict &verdict)
    {
        QStringList differences;
        if (verdict.isOtherStore)
            differences.append(u"The figure was made from another study file."_s);
        return differences + verdict.differences;
    }

    static void tell(const QString &file, const FigureVerdict &verdict, const Console &console)
    {
        const auto differences = differencesOf(verdict);
        if (console.wantsJson()) {
            auto list = ordered_json::array();
            for (const auto &difference : differences)
                list.push_back(jsonText(difference));
            console.answer(ordered_json{{"matches", verdict.matches()}, {"differences", std::move(list)}});
            return;
        }
        const auto answer = verdict.matches() ? u"\"%1\" matches the study."_s : u"\"%1\" differs from the study."_s;
        console.answer((QStringList(answer.arg(file)) + differences).join(u"\n  "_s));
    }

    CLI::App *m_command = nullptr;
    std::string m_file;
};

} // namespace

std::unique_ptr<Verb> makeFigureVerify()
{
    return std::make_unique<FigureVerify>();
}

} // namespace Decayscope
