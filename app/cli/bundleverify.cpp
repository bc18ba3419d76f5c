// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundleparts.h"

#include <CLI/CLI.hpp>
#include <bundling/paperbundle.h>

#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

constexpr qint64 longestStudyFile = qint64{1} * 1024 * 1024;

/// The id of the store that a bundle says it comes from; empty where it says none.
QString bundledStoreId(const QString &folder)
{
    QFile file(folder + u"/data/study.json"_s);
    if (!QFileInfo(file.fileName()).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const auto json = nlohmann::json::parse(file.read(longestStudyFile).toStdString(), nullptr, false);
    const bool isNamed = json.is_object() && json.contains("store") && json.at("store").is_string();
    return isNamed ? QString::fromStdString(json.at("store").get<std::string>()) : QString();
}

/// `bundle verify`.
class BundleVerify : public Verb
{
public:
    void declare(CLI::App &bundle) override
    {
        m_command = bundle.add_subcommand("verify",
            "Whether all files of a bundle come out again from its own data; with --store, whether the study still has "
            "these data");
        m_command->add_option("DIR", m_folder, "The folder of the bundle")->required();
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto folder = QString::fromStdString(m_folder);
        const auto store = storeFor(folder, context);
        if (!store) {
            console.fail(store.error());
            return statusOf(store.error());
        }
        const auto verdict = verifyBundle(folder, *store ? &**store : nullptr, bundlingProgram(), console.progress());
        console.endProgress();
        if (!verdict) {
            console.fail(verdict.error());
            return verdict.error().kind == ErrorKind::Cancelled ? ExitStatus::Cancelled : ExitStatus::Partly;
        }
        tell(folder, *verdict, console);
        return verdict->matches() ? ExitStatus::Done : ExitStatus::Findings;
    }

private:
    /// The store that was named with --store; another one only where the bundle comes from it.
    [[nodiscard]] static Result<std::optional<StudyData>> storeFor(const QString &folder, const VerbContext &context)
    {
        const bool mayAsk = context.isStoreNamed || qEnvironmentVariableIsSet("DECAYSCOPE_STORE");
        if (!mayAsk)
            return std::optional<StudyData>();
        auto data = studyDataOfStore(context.store);
        if (!data && context.isStoreNamed)
            return std::unexpected(std::move(data.error()));
        const bool isAsked = data && (context.isStoreNamed || data->study->storeId == bundledStoreId(folder));
        return isAsked ? std::optional(std::move(*data)) : std::nullopt;
    }

    static void tell(const QString &folder, const BundleVerdict &verdict, const Console &console)
    {
        auto differences = verdict.differences;
        if (verdict.isOtherStore)
            differences.prepend(u"The bundle was made from another study file."_s);
        if (console.wantsJson()) {
            console.answer(ordered_json{{"matches", verdict.matches()}, {"differences", jsonList(differences)},
                {"notes", jsonList(verdict.notes)}, {"pictures_not_compared", verdict.picturesNotCompared},
                {"file_count", verdict.files.size()}, {"files", manifestJson(verdict.files)}});
            return;
        }
        console.answer((QStringList(firstLine(folder, verdict)) + differences + verdict.notes).join(u"\n  "_s));
    }

    static QString firstLine(const QString &folder, const BundleVerdict &verdict)
    {
        const auto files = QString::number(verdict.files.size());
        if (verdict.picturesNotCompared == 0)
            return (verdict.matches() ? u"\"%1\" matches: %2 files come out again."_s
                                      : u"\"%1\" does not match (%2 files)."_s)
                .arg(folder, files);
        return (verdict.matches()
                ? u"\"%1\" matches, but of its %2 files %3 are pictures that could not be compared."_s
                : u"\"%1\" does not match (%2 files, %3 of them pictures that could not be compared)."_s)
            .arg(folder, files, QString::number(verdict.picturesNotCompared));
    }

    static ordered_json jsonList(const QStringList &sentences)
    {
        auto list = ordered_json::array();
        for (const auto &sentence : sentences)
            list.push_back(jsonText(sentence));
        return list;
    }

    CLI::App *m_command = nullptr;
    std::string m_folder;
};

} // namespace

std::unique_ptr<Verb> makeBundleVerify()
{
    return std::make_unique<BundleVerify>();
}

} // namespace Decayscope
