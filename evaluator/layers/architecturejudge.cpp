// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "architecturejudge.h"

#include "layercontent.h"
#include "layernames.h"
#include "layerreading.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRemarks = 50;
constexpr qsizetype mostDirectories = 20;

std::size_t indexOf(int value)
{
    return static_cast<std::size_t>(value);
}

QString placed(const QString &file, int line)
{
    return file % u':' % QString::number(line);
}

/// "1 file", "3 files"
QString counted(qsizetype count, const QString &one, const QString &many)
{
    return QString::number(count) % u' ' % (count == 1 ? one : many);
}

/// What the files of one layer amount to.
struct FoundLayer
{
    int files = 0;
    QStringList directories; ///< Of its own: these make it present.
};

class Judge
{
public:
    explicit Judge(const ModuleGraph &graph)
        : m_graph(graph)
        , m_layers(readLayers(graph))
        , m_mixed(mixedDirectories(graph.project(), m_layers))
    { }

    ConstraintVerdict judge()
    {
        countLayers();
        findMixed();
        findUpward();
        findMissing();
        std::ranges::stable_sort(m_verdict.violations, {}, [](const Violation &v) { return std::tie(v.file, v.line); });
        listLayers();
        listShortcuts();
        listStorage();
        m_verdict.compliant = m_verdict.violations.empty();
        m_verdict.reason = sentence();
        return std::move(m_verdict);
    }

private:
    [[nodiscard]] QString pathOf(int file) const
    {
        return QString::fromStdString(m_graph.project().files[indexOf(file)].path);
    }

    [[nodiscard]] const FileLayer &layerOf(int file) const { return m_layers[indexOf(file)]; }

    [[nodiscard]] bool isPresent(Layer layer) const { return !foundOf(layer).directories.isEmpty(); }

    [[nodiscard]] const FoundLayer &foundOf(Layer layer) const { return m_found.at(static_cast<std::size_t>(layer)); }

    void violate(const QString &file, int line, const QString &rule, const QString &reason)
    {
        m_verdict.violations.push_back({Constraint::CleanArchitecture, file, line, reason, rule});
    }

    void countLayers()
    {
        std::set<std::string_view> mixed;
        for (const auto &directory : m_mixed)
            mixed.emplace(directory.directory);
        std::set<std::pair<Layer, std::string_view>> seen;
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            const auto layer = m_layers[i].layer;
            if (!layer || !m_layers[i].holdsCode)
                continue;
            auto &found = m_found.at(static_cast<std::size_t>(*layer));
            ++found.files;
            const auto directory = directoryOf(m_graph.project().files[i].path);
            if (!mixed.contains(directory) && seen.emplace(*layer, directory).second)
                found.directories.append(directory.empty() ? u"."_s : QString::fromUtf8(directory));
        }
    }

    void findMixed()
    {
        for (const auto &directory : m_mixed) {
            std::map<int, QString, std::greater<>> firstFiles; ///< By the layer's rank.
            for (const int file : directory.files) {
                const auto layer = *layerOf(file).layer;
                const auto name = pathOf(file).section(u'/', -1);
                firstFiles.try_emplace(rankOf(layer), layerName(layer) % u" (" % name % u')');
            }
            QStringList layers;
            for (const auto &[rank, text] : firstFiles)
                layers.append(text);
            const auto place
                = directory.directory.empty() ? u"the project's top"_s : QString::fromStdString(directory.directory);
            violate(pathOf(directory.files.front()), 1, u"layers-mixed"_s,
                u"Layers share the directory "_s % place % u": "_s % layers.join(u", "_s) % u'.');
        }
    }

    void findUpward()
    {
        std::set<std::tuple<int, int, int>> told;
        for (const auto &edge : m_graph.edges()) {
            const auto from = layerOf(edge.from).layer;
            const auto to = layerOf(edge.to).layer;
            if (!from || !to || rankOf(*to) <= rankOf(*from) || !told.emplace(edge.from, edge.line, edge.to).second)
                continue;
            violate(pathOf(edge.from), edge.line, u"layer-up"_s, upwardReason(edge));
            ++m_upward;
        }
    }

    [[nodiscard]] QString named(int file) const
    {
        return pathOf(file) % u" (" % layerName(*layerOf(file).layer) % u')';
    }

    [[nodiscard]] QString upwardReason(const ModuleEdge &edge) const
    {
        QString reason = named(edge.from) % u" imports " % named(edge.to);
        QStringList through;
        for (const int file : edge.through)
            through.append(pathOf(file));
        if (!through.isEmpty())
            reason += u" through "_s % through.join(u", "_s);
        if (edge.isTypeOnly)
            reason += u" as a type only"_s;
        return reason % u'.';
    }

    [[nodiscard]] QStringList layersWhere(bool present) const
    {
        QStringList names;
        for (const auto layer : layersByRank()) {
            if (isPresent(layer) == present)
                names.append(layerName(layer));
        }
        return names;
    }

    void findMissing()
    {
        const auto missing = layersWhere(false);
        if (std::ssize(allLayers) - missing.size() < layersNeeded)
            violate({}, 0, u"layers-missing"_s,
                u"Only %1 of the 4 layers have a directory of their own; missing: %2."_s
                    .arg(std::ssize(allLayers) - missing.size())
                    .arg(missing.join(u", "_s)));
    }

    void listLayers()
    {
        for (const auto layer : layersByRank()) {
            const auto &found = foundOf(layer);
            if (found.files == 0)
                continue;
            auto directories
                = found.directories.first(std::min(found.directories.size(), mostDirectories)).join(u", "_s);
            if (found.directories.size() > mostDirectories)
                directories += u" and %1 more"_s.arg(found.directories.size() - mostDirectories);
            QString line = layerName(layer) % u": "_s % counted(found.files, u"file"_s, u"files"_s);
            line += found.directories.isEmpty() ? u" (in no directory of their own)"_s
                                                : QString(u" ("_s % directories % u')');
            m_verdict.evidence.append(line);
        }
    }

    /// Routes may use repositories as they are below; that services are passed by is worth a word.
    void listShortcuts()
    {
        QStringList places;
        for (const auto &edge : m_graph.edges()) {
            if (layerOf(edge.from).layer != Layer::Routes || layerOf(edge.to).layer != Layer::Repositories)
                continue;
            const auto place = placed(pathOf(edge.from), edge.line);
            if (places.size() < mostRemarks && !places.contains(place))
                places.append(place);
        }
        if (!places.isEmpty())
            m_verdict.evidence.append(
                u"remark: routes import repositories directly, past the services: "_s % places.join(u", "_s));
    }

    void listStorage()
    {
        QStringList places;
        auto storage = StorageFiles::of(m_graph);
        storage.tables.reserve(m_layers.size());
        for (const auto &layer : m_layers)
            storage.tables.push_back(layer.layer == Layer::Models);
        for (std::size_t i = 0; i < m_layers.size() && places.size() < mostRemarks; ++i) {
            const auto layer = m_layers[i].layer;
            if (layer != Layer::Routes && layer != Layer::Services)
                continue;
            const auto content = layerContentOf(m_graph, static_cast<int>(i), storage);
            const auto &sign = content.connects ? content.connects : content.queries;
            if (sign)
                places.append(placed(pathOf(static_cast<int>(i)), sign->line) % u" ("_s
                    % QString::fromStdString(sign->what) % u')');
        }
        if (!places.isEmpty())
            m_verdict.evidence.append(u"remark: storage is used outside of repositories: "_s % places.join(u", "_s));
    }

    [[nodiscard]] QString sentence() const
    {
        const auto present = layersWhere(true);
        QString text = present.isEmpty() ? u"No layer has a directory of its own"_s
                                         : QString(u"Layers with directories of their own: "_s % present.join(u", "_s));
        if (!m_mixed.empty())
            text += u"; "_s % counted(std::ssize(m_mixed), u"directory mixes layers"_s, u"directories mix layers"_s);
        text += u". "_s;
        return text
            + (m_upward == 0 ? u"No import goes up a layer."_s
                             : QString(counted(m_upward, u"import goes"_s, u"imports go"_s) % u" up a layer."_s));
    }

    const ModuleGraph &m_graph;
    std::vector<FileLayer> m_layers;
    std::vector<MixedDirectory> m_mixed;
    std::array<FoundLayer, allLayers.size()> m_found;
    int m_upward = 0;
    ConstraintVerdict m_verdict{.constraint = Constraint::CleanArchitecture,
        .compliant = false,
        .reason = {},
        .violations = {},
        .evidence = {}};
};

} // namespace

ConstraintVerdict judgeArchitecture(const ModuleGraph &graph)
{
    return Judge(graph).judge();
}

} // namespace Decayscope
