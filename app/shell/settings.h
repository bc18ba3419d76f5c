// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <type_traits>

namespace Decayscope {

/// A setting: its name, its type and what holds while nobody chose otherwise.
template <typename T>
struct SettingKey
{
    const char *name;
    T fallback{};
};

namespace Keys {

inline const SettingKey<QString> lastStudy{"study/last"};
inline const SettingKey<QStringList> recentStudies{"study/recent"};
inline const SettingKey<QString> lastFolder{"study/folder"};
inline const SettingKey<int> page{"window/page"};
inline const SettingKey<QByteArray> geometry{"window/geometry"};
inline const SettingKey<QByteArray> docks{"window/docks"};
inline const SettingKey<QByteArray> overviewLayout{"window/overview"};
inline const SettingKey<QByteArray> tablesLayout{"window/tables"};
inline const SettingKey<QByteArray> figuresLayout{"window/figures"};
inline const SettingKey<QByteArray> analysesLayout{"window/analyses"};
inline const SettingKey<QString> analysis{"window/analysis"}; ///< Empty: the first.
inline const SettingKey<QString> figure{"window/figure"}; ///< Empty: the first.
inline const SettingKey<QByteArray> figureLook{"figures/look"}; ///< A recipe with the look last used.
inline const SettingKey<QStringList> figureFormats{"figures/formats", {QStringLiteral("pdf")}};
inline const SettingKey<QByteArray> tokenPrices{"figures/prices"}; ///< A recipe with nothing but prices.
inline const SettingKey<QByteArray> runLayout{"window/run"};
inline const SettingKey<QString> lastRun{"window/lastRun"}; ///< A link; empty where none was read.
inline const SettingKey<QByteArray> labelLayout{"window/label"};
inline const SettingKey<QByteArray> labelRunLayout{"window/labelRun"};
inline const SettingKey<QString> annotator{"labels/annotator"}; ///< Empty: the name of the user's account.
inline const SettingKey<QString> labelSample{"labels/sample"}; ///< The id of the sample last worked at.
inline const SettingKey<QByteArray> evaluateLayout{"window/evaluate"};
inline const SettingKey<QByteArray> verifiersLayout{"window/verifiers"};
inline const SettingKey<QByteArray> tasksLayout{"window/tasks"};
inline const SettingKey<QStringList> evaluateRecent{"evaluate/recent"};
inline const SettingKey<QString> evaluateScaffold{"evaluate/scaffold", QStringLiteral("manual")};
inline const SettingKey<QString> evaluateModel{"evaluate/model", QStringLiteral("manual")};
inline const SettingKey<int> evaluateNetwork{"evaluate/network", 1}; ///< A SetUpNetwork: registries.
inline const SettingKey<bool> evaluateDeep{"evaluate/deep", true};
inline const SettingKey<int> evaluateParallel{"evaluate/parallel", 2};
inline const SettingKey<QByteArray> runColumns{"window/runColumns"};
inline const SettingKey<QString> table{"window/table", QStringLiteral("decay")};
inline const SettingKey<QStringList> tableLook{"window/tableLook"}; ///< See tablelookwords.h.
inline const SettingKey<int> scheme{"appearance/scheme"}; ///< 0 follows the desktop, 1 light, 2 dark.
inline const SettingKey<int> fontSteps{"appearance/fontSteps"};
inline const SettingKey<QString> score{"numbers/score", QStringLiteral("strict")}; ///< See scorechoice.h.
inline const SettingKey<bool> raw{"numbers/raw"}; ///< What `score` was before there was syntax.
inline const SettingKey<bool> passAt1{"numbers/passAt1"};
inline const SettingKey<bool> publishedMarks{"numbers/publishedMarks"};

} // namespace Keys

/// The user's choices, kept in an ini file of the user's configuration folder. What equals its default is not written,
/// so that better defaults reach old users.
class Settings
{
public:
    Settings()
        : m_file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("decayscope"), QStringLiteral("decayscope"))
    { }

    template <typename T>
    [[nodiscard]] T value(const SettingKey<T> &key) const
    {
        const auto stored = m_file.value(QLatin1StringView(key.name));
        return stored.isValid() ? stored.template value<T>() : key.fallback;
    }

    template <typename T>
    void set(const SettingKey<T> &key, const std::type_identity_t<T> &value)
    {
        if (value == key.fallback)
            m_file.remove(QLatin1StringView(key.name));
        else
            m_file.setValue(QLatin1StringView(key.name), value);
    }

private:
    QSettings m_file;
};

} // namespace Decayscope
