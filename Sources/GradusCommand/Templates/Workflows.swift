/// Files that make services for continuous integration check a course and keep its site.
///
/// There is no image with Gradus in it: it is built from its sources, once for each of its revisions.
struct Workflows {
  /// The course's folder, from the top of its repository.
  let course: String

  /// The files by their paths from the top of the repository.
  var files: [(path: String, text: String)] {
    [(".github/workflows/lessons.yml", github), (".gitlab-ci.yml", gitlab)]
  }

  /// For GitHub Actions.
  private var github: String {
    [githubTrigger, Self.githubGradus, Self.githubCheck, Self.githubSite, Self.githubPages].joined(
      separator: "\n")
  }

  /// When it runs, and on what.
  private var githubTrigger: String {
    """
    # Checks the lessons at every change, shows what is wrong in the changed files, and keeps the site.
    #
    # Gradus is built from its sources. Set two variables under Settings, Secrets and variables, Actions, Variables:
    #   GRADUS_REPOSITORY  the URL of its repository, which must be readable without a password
    #   GRADUS_REVISION    the branch, tag or commit; main unless given
    # The site is published where a third one, PUBLISH_PAGES, is true, and Pages has GitHub Actions as its source.
    name: Lessons

    on: [push, pull_request, workflow_dispatch]

    permissions:
      contents: read

    env:
      COURSE: \(StartingPoint.quoted(course))

    jobs:
      lessons:
        runs-on: ubuntu-latest
        container: swift:6.3.1-bookworm
        permissions:
          contents: read
          security-events: write
        steps:
          - uses: actions/checkout@v4

    """
  }

  /// Gets Gradus, and the results of earlier runs.
  private static let githubGradus = """
          - name: Fetch Gradus
            id: fetch
            env:
              REPOSITORY: ${{ vars.GRADUS_REPOSITORY }}
              REVISION: ${{ vars.GRADUS_REVISION || 'main' }}
            run: |
              if [ -z "$REPOSITORY" ]; then
                echo "::error::set the variable GRADUS_REPOSITORY to the URL of Gradus's repository"
                exit 1
              fi
              apt-get update --quiet --quiet
              apt-get install --yes --quiet --quiet --no-install-recommends ca-certificates git make
              git clone --quiet "$REPOSITORY" /opt/gradus-sources
              git -C /opt/gradus-sources checkout --quiet "$REVISION"
              echo "commit=$(git -C /opt/gradus-sources rev-parse HEAD)" >> "$GITHUB_OUTPUT"

          - name: Keep Gradus as it was built
            id: built
            uses: actions/cache@v4
            with:
              path: /opt/gradus
              key: gradus-${{ steps.fetch.outputs.commit }}

          - name: Build Gradus
            if: steps.built.outputs.cache-hit != 'true'
            run: make -C /opt/gradus-sources install PREFIX=/opt/gradus

          - name: Install what Gradus needs
            run: |
              make -C /opt/gradus-sources dependencies
              echo /opt/gradus/bin >> "$GITHUB_PATH"

          - name: Keep results
            uses: actions/cache@v4
            with:
              path: ~/.cache/gradus
              key: results-${{ github.run_id }}-${{ github.run_attempt }}
              restore-keys: results-

    """

  /// Checks, and tells it in three ways.
  private static let githubCheck = """
          # Swift cells would run in a sandbox that needs rights which a container does not have. The job's own
          # container, which is thrown away, takes its place; with --no-swift instead, no cell runs.
          - name: Check
            id: check
            run: gradus check --unsandboxed --format github "$COURSE"

          - name: Report
            if: ${{ !cancelled() && steps.check.outcome != 'skipped' }}
            run: |
              gradus check --unsandboxed --format junit "$COURSE" > lessons.xml || true
              gradus check --unsandboxed --format sarif "$COURSE" > lessons.sarif || true

          # Code scanning is there for public repositories, and for others where it is paid for.
          - name: Tell code scanning
            if: ${{ !cancelled() && steps.check.outcome != 'skipped' }}
            continue-on-error: true
            uses: github/codeql-action/upload-sarif@v3
            with:
              sarif_file: lessons.sarif
              category: lessons

    """

  /// Builds the site, and keeps it.
  private static let githubSite = """
          - name: Build the site
            run: gradus build --unsandboxed "$COURSE" --output site

          - name: Keep the reports and the site
            if: ${{ !cancelled() }}
            uses: actions/upload-artifact@v4
            with:
              name: lessons
              path: |
                lessons.xml
                lessons.sarif
                site

          - name: Hand the site to Pages
            if: github.ref_name == github.event.repository.default_branch && vars.PUBLISH_PAGES == 'true'
            uses: actions/upload-pages-artifact@v3
            with:
              path: site

    """

  /// Publishes the site.
  private static let githubPages = """
      pages:
        needs: lessons
        if: github.ref_name == github.event.repository.default_branch && vars.PUBLISH_PAGES == 'true'
        runs-on: ubuntu-latest
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.deploy.outputs.page_url }}
        steps:
          - id: deploy
            uses: actions/deploy-pages@v4

    """

  /// For GitLab.
  private var gitlab: String {
    """
    # Checks the lessons at every change, counts what holds, and publishes the site of the default branch.
    #
    # Gradus is built from its sources. Set a variable under Settings, CI/CD, Variables:
    #   GRADUS_REPOSITORY  the URL of its repository, which must be readable without a password
    image: swift:6.3.1-bookworm

    variables:
      COURSE: \(StartingPoint.quoted(course))
      # The branch, tag or commit of Gradus.
      GRADUS_REVISION: main
      # A runner keeps only what is below the project's folder.
      XDG_CACHE_HOME: $CI_PROJECT_DIR/.cache

    lessons:
      cache:
        - key: gradus
          paths: [.gradus]
        - key: results
          paths: [.cache/gradus]
      before_script:
        - test -n "$GRADUS_REPOSITORY" || { echo "set the variable GRADUS_REPOSITORY"; exit 1; }
        - apt-get update --quiet --quiet
        - apt-get install --yes --quiet --quiet --no-install-recommends ca-certificates git make
        - git clone --quiet "$GRADUS_REPOSITORY" /opt/gradus-sources
        - git -C /opt/gradus-sources checkout --quiet "$GRADUS_REVISION"
        - commit=$(git -C /opt/gradus-sources rev-parse HEAD)
        - make -C /opt/gradus-sources dependencies
        - |
          if [ "$(cat .gradus/commit 2>/dev/null)" != "$commit" ]; then
            make -C /opt/gradus-sources install PREFIX="$CI_PROJECT_DIR/.gradus"
            echo "$commit" > .gradus/commit
          fi
        - export PATH="$CI_PROJECT_DIR/.gradus/bin:$PATH"
      script:
        # Swift cells would run in a sandbox that needs rights which a container does not have. The job's own
        # container, which is thrown away, takes its place; with --no-swift instead, no cell runs.
        - gradus check --unsandboxed --format junit "$COURSE" > lessons.xml || true
        - gradus check --unsandboxed "$COURSE"
        - gradus build --unsandboxed "$COURSE" --output site
      artifacts:
        when: always
        reports:
          junit: lessons.xml
        paths: [site]

    pages:
      needs: [lessons]
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - mv site public
      artifacts:
        paths: [public]

    """
  }
}
