// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundleparts.h"
#include "filteroptions.h"
#include "labelsparts.h"

#include <CLI/CLI.hpp>
#include <analyses/analysis.h>
#include <bundling/bundlecontext.h>
#include <bundling/bundlefolder.h>
#include <bundling/paperbundle.h>
#include <figures/figurecatalogue.h>
#include <figures/tablebuilder.h>
#include <publishing/figurenames.h>
#include <publishing/provenance.h>
#include <publishing/venuepresets.h>

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

constexpr qint64 longestPlanFile = qint64{16} * 1024 * 1024;

template <typename Catalogue>
void addNames(std::vector<std::string> &names, const Catalogue &catalogue)
{
    for (const auto &info : catalogue)
        names.push_back(info.name.toStdString());
}

std::vector<std::string> bundledFigures()
{
    std::vector<std::string> names;
    addNames(names, figureCatalogue());
    return names;
}

std::vector<std::string> bundledParts()
{
    std::vector<std::string> names;
    addNames(names, tableCatalogue());
    addNames(names, analysisCatalogue());
    return names;
}

Result<BundlePlan> planOfFile(const QString &path)
{
    if (const QFileInfo info(path); info.exists() && !info.isFile()) // A pipe would be waited for without end.
        return failure(ErrorKind::InvalidInput, u"\"%1\" is no regular file."_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"\"%1\" cannot be opened: %2."_s.arg(path, file.errorString()));
    return readBundlePlan(file.read(longestPlanFile + 1), path);
}

/// Wrong words are usage; an identity that is left is a finding; all else is the store's fault.
ExitStatus statusOfBuild(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
    case ErrorKind::InvalidInput:
    case ErrorKind::Unreadable:
        return ExitStatus::Usage;
    case ErrorKind::Refused:
        return ExitStatus::Findings;
    default:
        return statusOf(error);
    }
}

/// `bundle build`.
class BundleBuild : public Verb
{
public:
    void declare(CLI::App &bundle) override
    {
        m_command = bundle.add_subcommand("build",
            "Writes figures, tables, analyses, data, codebooks, agreement, certificates and samples with a manifest");
        m_command->add_option("DIR", m_folder, "The folder: not there yet, or empty")->required();
        m_command->add_option("--plan", m_planFile, "What goes in and how it looks: plan.json of a bundle, or your own")
            ->type_name("FILE");
        m_command->add_option("--preset", m_preset, "Venue of the figures: neurips, icml, …; default: neurips");
        m_raw = m_command->add_flag("--raw", "Verifiers do not count");
        m_verifiers = m_command->add_option("--verifiers", m_verifierName, "Whose verdicts count")
                          ->check(CLI::IsMember({"reference", "syntax"}));
        m_command->add_option("--figure", m_figures, "Only this figure; may be repeated")
            ->check(CLI::IsMember(bundledFigures()))
            ->allow_extra_args(false);
        m_command->add_option("--part", m_names, "Only this table or analysis; may be repeated")
            ->check(CLI::IsMember(bundledParts()))
            ->allow_extra_args(false);
        m_anonymous = m_command->add_flag("--anonymous", "Without names of users, hosts, paths and annotators");
        m_command->add_option("--identity", m_identities, "A word that must not occur in it; may be repeated")
            ->allow_extra_args(false);
        m_filters.declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto folder = QString::fromStdString(m_folder);
        const auto plan = checkBundleFolder(folder).and_then([this] { return this->plan(); }).and_then(completedPlan);
        if (!plan) {
            console.fail(plan.error());
            return ExitStatus::Usage;
        }
        const auto data = studyDataOfStore(context.store);
        if (!data) {
            console.fail(data.error());
            return statusOf(data.error());
        }
        const auto lines = buildBundle(folder, *data, *plan, bundlingProgram(), exportTime(), console.progress());
        console.endProgress();
        if (!lines) {
            console.fail(lines.error());
            return statusOfBuild(lines.error());
        }
        tell(folder, *lines, console);
        return ExitStatus::Done;
    }

private:
    [[nodiscard]] Result<BundlePlan> plan() const
    {
        auto plan
            = m_planFile.empty() ? Result<BundlePlan>(BundlePlan()) : planOfFile(QString::fromStdString(m_planFile));
        if (!plan)
            return plan;
        if (!m_preset.empty()) {
            const auto folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
            const auto presets = venuePresets(folder + u"/decayscope/venues"_s);
            const auto preset = venuePreset(QString::fromStdString(m_preset), presets);
            if (!preset)
                return std::unexpected(preset.error());
            plan->preset.clear();
            plan->look = preset->look;
        }
        takeWords(*plan);
        return plan;
    }

    /// What was said stands; what was not stays as the file has it.
    void takeWords(BundlePlan &plan) const
    {
        if (m_raw->count() > 0)
            plan.mode = ScoreMode::Raw;
        if (m_verifiers->count() > 0)
            plan.verifiers
                = choiceNamed(QString::fromStdString(m_verifierName), verifierChoices).value_or(plan.verifiers);
        if (!m_figures.empty())
            plan.figures = textsOf(m_figures);
        if (!m_names.empty())
            plan.parts = textsOf(m_names);
        plan.anonymous |= m_anonymous->count() > 0;
        plan.identities += textsOf(m_identities);
        if (const auto filter = m_filters.filter(); !filter.restrictsNothing())
            plan.filter = filter;
    }

    static void tell(const QString &folder, const std::vector<ManifestLine> &lines, const Console &console)
    {
        if (!console.wantsJson()) {
            console.answer(
                u"%1 files written to \"%2\". README.md says what they are."_s.arg(lines.size()).arg(folder));
            return;
        }
        console.answer(ordered_json{{"files", manifestJson(lines)}});
    }

    CLI::App *m_command = nullptr;
    CLI::Option *m_raw = nullptr;
    CLI::Option *m_verifiers = nullptr;
    CLI::Option *m_anonymous = nullptr;
    FilterOptions m_filters;
    std::string m_folder;
    std::string m_planFile;
    std::string m_preset;
    std::string m_verifierName;
    std::vector<std::string> m_figures;
    std::vector<std::string> m_names;
    std::vector<std::string> m_identities;
};

} // namespace

std::unique_ptr<Verb> makeBundleBuild()
{
    return std::make_unique<BundleBuild>();
}

} // namespace Decayscope
