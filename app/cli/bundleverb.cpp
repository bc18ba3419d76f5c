// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundleparts.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <workspace/labelexchange.h>
#include <workspace/workspace.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Decayscope {

namespace {

/// `bundle`, and the commands below it.
class BundleVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand(
            "bundle", "Everything a paper rests on in one folder, with hashes; and whether it comes out again");
        m_command->require_subcommand(1);
        for (const auto &part : m_parts)
            part->declare(*m_command);
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] bool paints() const override { return true; }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto chosen = std::ranges::find_if(m_parts, [](const auto &part) { return part->wasChosen(); });
        return chosen == m_parts.end() ? ExitStatus::Usage : (*chosen)->run(context, console);
    }

private:
    static std::vector<std::unique_ptr<Verb>> parts()
    {
        std::vector<std::unique_ptr<Verb>> parts;
        parts.push_back(makeBundleBuild());
        parts.push_back(makeBundleVerify());
        return parts;
    }

    CLI::App *m_command = nullptr;
    std::vector<std::unique_ptr<Verb>> m_parts = parts();
};

} // namespace

Result<StudyData> studyDataOfStore(const QString &store)
{
    auto study = readSnapshot(store);
    if (!study)
        return std::unexpected(std::move(study.error()));
    auto labels = storedLabelBook(store);
    if (!labels)
        return std::unexpected(std::move(labels.error()));
    return StudyData{.study = std::make_shared<const StudySnapshot>(std::move(*study)),
        .labels = std::make_shared<const LabelBook>(std::move(*labels))};
}

nlohmann::ordered_json manifestJson(const std::vector<ManifestLine> &lines)
{
    auto files = nlohmann::ordered_json::array();
    for (const auto &line : lines)
        files.push_back({{"path", jsonText(line.path)}, {"sha256", line.sha256.toStdString()}});
    return files;
}

QString bundlingProgram()
{
    return QStringLiteral("decayscope " DECAYSCOPE_VERSION);
}

std::unique_ptr<Verb> makeBundleVerb()
{
    return std::make_unique<BundleVerb>();
}

} // namespace Decayscope
